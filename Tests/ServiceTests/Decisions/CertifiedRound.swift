import Client
import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding

@testable import Service

/// A certified round of two units, and a signer with a trusted certificate.
struct CertifiedRound: Sendable {
    /// One for all tests: deriving the key file's key is slow by design.
    private static let sharedTrial = Result { try TrialSigner(at: 1_797_900_000) }

    let round: TestRound
    let trial: TrialSigner

    var service: TestService { round.service }
    var signer: StaffClient { PreparedStaff.client(.signer, round.service) }

    /// - Parameters:
    ///   - rejected: the contest that nobody approves of; none where nil.
    ///   - stage: voting, where the test takes it to its end.
    static func run(
        rejecting rejected: Int? = nil, identity: Bool = true, stage: Stage = .certified,
        trusting: [Certificate]? = nil,
        trial: TrialSigner? = nil, time: TestTime = TestTime(),
        configure: (inout ServiceConfiguration) -> Void = { _ in },
        _ body: @escaping @Sendable (CertifiedRound) async throws -> Void
    ) async throws {
        let trial = try trial ?? sharedTrial.get()
        try await PreparedRound.run(
            time: time, trusting: trusting ?? [trial.authority], configure: configure
        ) { round in
            let certified = CertifiedRound(round: round, trial: trial)
            if stage == .certified {
                if let rejected {
                    try await round.certified(rejecting: rejected)
                } else {
                    try await round.voteAndCertify()
                }
            }
            if identity {
                try await certified.signer.setIdentity(pkcs12: trial.pkcs12, password: TrialSigner.password)
            }
            try await body(certified)
        }
    }

    /// With time stamps by an authority, whose clock is the present's.
    /// - Parameter keeping: whether the service has the authority's revocation list.
    static func run(
        stampedBy authority: TrialTimestampAuthority, keeping: Bool = false,
        _ body: @escaping @Sendable (CertifiedRound) async throws -> Void
    ) async throws {
        let time = TestTime.present
        let (url, folder) = (authority.url, authority.folder)
        try await run(trial: TrialSigner(at: Int64(time.now)), time: time) { configuration in
            configuration.timestampURL = url
            configuration.timestampCertificatesFolder = folder + "/trusted"
            if keeping { configuration.revocationFolder = folder + "/revoked" }
        } _: {
            try await body($0)
        }
    }

    func decide(
        _ units: [String]? = nil, together: Bool = false, password: String = TrialSigner.password, first: Int? = nil
    ) async throws -> [IssuedDecision] {
        try await signer.decide(
            round.name, units: units, together: together, date: CalendarDate(parsing: "2026-12-22"),
            signer: trial.signer,
            firstNumber: first, password: password)
    }

    /// Makes the account that keeps the body's seal.
    func sealKeeper() async throws -> StaffClient {
        let keeper = try await service.staff("van-thu", .signer)
        try await keeper.setIdentity(pkcs12: trial.sealPKCS12, password: TrialSigner.password)
        return keeper
    }

    func annul(
        _ digest: [UInt8], reason: String = "Có đảng viên bị kỷ luật",
        acknowledging warnings: [String] = ["recognition-ended"]
    ) async throws -> IssuedDecision {
        try await signer.annul(
            digest, reason: reason, date: CalendarDate(parsing: "2026-12-23"), body: "ĐU", signer: trial.signer,
            password: TrialSigner.password, acknowledging: warnings)
    }

    /// The codes of the four answers and the summary, as the service gives them.
    func verdict(_ pdf: [UInt8]) async throws -> [String: String] {
        let verdict = try await service.voter.verdict(pdf: pdf)
        let object = try JSONReader(verdict, at: "verdict").looseObject()
        var codes = ["summary": try object.member("summary").string()]
        codes["kind"] = try object.optional("kind")?.string()
        for question in ["intact", "trusted", "recorded", "inForce"] {
            codes[question] = try object.member(question).looseObject().member("code").string()
        }
        return codes
    }
}

extension TestRound {
    fileprivate func voteAndCertify() async throws {
        for index in codes.indices { try await vote(index, [Choice](repeating: .first, count: 8)) }
        try await open(seal([]))
        try await secretary.certify(name, acknowledging: ["unanimous"])
    }
}
