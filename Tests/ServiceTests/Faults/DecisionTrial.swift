import Decisions
import Foundation
import OpenSSLKit
import Recognition
import SecretBallot
import SignedPDF
import Storage
import StrictEncoding

@testable import Service

/// A certified round without a server before it, and the signer of its decisions.
struct DecisionTrial {
    static let firstNumber = 41
    private static let date = "2026-12-22"

    let office: OpenOffice
    let signer: TrialSigner

    init(_ office: OpenOffice, _ signer: TrialSigner) { (self.office, self.signer) = (office, signer) }

    /// Lays a certified round of two recognised units into `folder`, and the signer's key.
    static func lay(in folder: String) async throws -> TrialSigner {
        let laid = try await LaidRound(in: folder, voters: 2)
        try await OpenOffice.run(in: folder) { try await $0.advance(laid, to: .certified) }
        return try await laySigner(in: folder, at: TestTime().now)
    }

    /// Makes a signer's key, keeps it, and lets the installation trust in it.
    static func laySigner(in folder: String, at now: Int) async throws -> TrialSigner {
        let signer = try TrialSigner(at: Int64(now))
        try await OpenOffice.run(in: folder) { office in
            let register = office.decisions.register
            try await register.setIdentity(kept(signer.pkcs12, signer.identity()), of: member.name)
            try await register.create(keeperAccount)
            try await register.setIdentity(kept(signer.sealPKCS12, signer.sealIdentity()), of: keeper.name)
        }
        try FileManager.default.createDirectory(atPath: folder + "/trusted", withIntermediateDirectories: true)
        try Data(signer.authority.pem()).write(to: URL(filePath: folder + "/trusted/root.pem"))
        return signer
    }

    private static func kept(_ pkcs12: [UInt8], _ identity: SigningIdentity) -> SignerIdentity {
        SignerIdentity(certificate: identity.certificate.der, pkcs12: SecretBytes(copying: pkcs12))
    }

    /// Keeps the body's seal.
    private static let keeperAccount = Account(
        name: "van-thu", displayName: "", roles: [Role.signer.rawValue], password: "")
    private static let keeper = StaffMember(keeperAccount, .bearer, tokenDigest: [])

    private static let member = StaffMember(
        Account(name: Role.signer.rawValue, displayName: "", roles: [Role.signer.rawValue], password: ""), .bearer,
        tokenDigest: [])

    var register: any Register { office.decisions.register }
    private var actions: DecisionActions { DecisionActions(desk: office.decisions) }
    private var password: SecretBytes { SecretBytes(copying: Array(TrialSigner.password.utf8)) }

    private var order: DecisionOrder { get throws { try Self.order(by: signer.signer) } }

    static func order(by signer: Signer) throws -> DecisionOrder {
        let json: JSONValue = [
            "date": .string(date), "signer": signer.json, "firstNumber": .integer(firstNumber),
        ]
        return try DecisionOrder(among: JSONReader(json, at: "order").looseObject())
    }

    // MARK: - Steps

    func issue(_ units: [String]? = nil, together: Bool = false) async throws {
        _ = try await actions.issue(
            order, for: DecisionUnits(units, together: together), of: office.desk, by: Self.member, password: password)
    }

    /// Issues all of them.
    /// - Parameter whenNumbered: told after each batch how many have been given numbers.
    func issue(whenNumbered: (Int) -> Void) async throws {
        var count = 0
        _ = try await office.decisions.issue(
            order, for: nil, together: false, of: office.desk, by: Self.member, password: password
        ) { papers in
            count += papers.count
            whenNumbered(count)
            return Self.member.entry(DecisionDeed.issued(papers.map(\.numberText)), in: PreparedRound.name, at: 0)
        }
    }

    func prepare() async throws {
        _ = try await actions.prepare(
            order, for: DecisionUnits(nil, together: false), of: office.desk, by: Self.member)
    }

    func takeBack(_ number: Int) async throws {
        for paper in try await register.prepared(round: PreparedRound.name) where paper.number == number {
            try await actions.withdraw(paper.id, by: Self.member)
        }
    }

    /// Attaches the signature that was made outside, to a paper that waits for it.
    func attach(_ number: Int) async throws {
        for paper in try await register.prepared(round: PreparedRound.name) where paper.number == number {
            let content = try await office.decisions.prepared(paper.id).signedBytes
            let signature = try DetachedSignature.sign(content: content, by: signer.identity(), as: .pades)
            _ = try await actions.attach(signature, to: paper.id, by: Self.member)
        }
    }

    func affixBodySeal(_ unit: String) async throws {
        guard let entry = try await decisions().first(where: { $0.claim.unit == unit }) else { return }
        _ = try await actions.affixBodySeal(to: entry.digest, password: password, by: Self.keeper)
    }

    func archive(_ unit: String) async throws {
        guard let entry = try await decisions().first(where: { $0.claim.unit == unit }) else { return }
        _ = try await actions.archive(entry.digest, by: Self.member)
    }

    func annul(_ unit: String) async throws {
        guard let entry = try await decisions().first(where: { $0.claim.unit == unit }) else { return }
        _ = try await actions.annul(
            entry.digest, because: "Có đảng viên bị kỷ luật", order, body: "ĐU", ballot: nil,
            acknowledging: ["recognition-ended"], by: Self.member, password: password)
    }

    // MARK: - What came of them

    func decisions() async throws -> [DecisionEntry] {
        try await register.decisions(DecisionFilter(round: PreparedRound.name))
    }

    /// By unit; " ends" after it where its recognition is annulled, " sealed" where its paper bears the body's seal,
    /// " waits" where a paper waits for its signature.
    func numbers() async throws -> [String: Int] {
        var numbers: [(String, Int)] = []
        for entry in try await decisions() {
            let name = entry.claim.unit + (entry.kind == .annulment ? " ends" : "")
            numbers.append((name + (try await isSealed(entry) ? " sealed" : ""), entry.paper.number))
        }
        for paper in try await register.prepared(round: PreparedRound.name) {
            for entry in try await register.entries(of: paper.id) {
                numbers.append((entry.claim.unit + " waits", paper.number))
            }
        }
        return Dictionary(numbers) { _, _ in -1 }
    }

    private func isSealed(_ entry: DecisionEntry) async throws -> Bool {
        guard let file = try await register.document(of: entry.paper.id) else { return false }
        let state = office.decisions.verifier.bodySeal(on: try DecisionDocument(file), now: Int64(TestTime().now))
        return state == .affixed
    }

    /// How many time stamps there are over the whole paper of a unit.
    func stamps(of unit: String) async throws -> Int {
        guard let entry = try await decisions().first(where: { $0.claim.unit == unit }),
            let file = try await register.document(of: entry.paper.id)
        else { return 0 }
        return try await office.decisions.archiveStamps(on: file).count
    }

    /// The journal's, oldest first.
    func lines() async throws -> [String] { try await office.lines("decision.") }

    /// Whether each decision stands in the file that is kept of it, signed and to be trusted.
    func areAllValid() async throws -> Bool {
        for entry in try await decisions() {
            guard let file = try await register.document(of: entry.paper.id) else { return false }
            let known = try await register.entries(of: entry.paper.id).map {
                RegisteredDecision(digest: $0.digest, issuedAt: Int64($0.issuedAt), document: file)
            }
            let verdict = office.decisions.verifier.verify(
                file, register: .consulted(known), now: Int64(TestTime().now))
            guard verdict.summary == .valid, verdict.decisions.map(\.digest) == known.map(\.digest) else {
                return false
            }
        }
        return true
    }
}
