import Client
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// A service with something to do for each of its lanes.
struct LaneHouse: Sendable {
    let certified: CertifiedRound

    /// A round in which one member has voted, and others have no tokens yet.
    let voting: TestRound

    /// Of one who has none.
    let device: VotingDevice

    /// An issued decision.
    let file: [UInt8]

    /// The administrator's session.
    let cookie: [String: String]
    let visitor: PageVisitor

    var service: TestService { certified.service }

    static func run(_ body: @escaping @Sendable (LaneHouse) async throws -> Void) async throws {
        try await CertifiedRound.run { certified in
            let service = certified.service
            let digest = try await certified.decide(["cb-01"])[0].digest
            let voting = try await TestRound.frozen(service)
            try await voting.voting(present: 6)
            try await voting.vote(0, [Choice](repeating: .first, count: voting.manifest.contests.count))
            let (device, file) = (
                try VotingDevice(voting.manifest, code: voting.codes[1]),
                try await service.voter.decisionDocument(digest)
            )
            let answer = try await signIn(service)
            let cookie = try #require(answer.headers["set-cookie"]?.split(separator: ";").first.map(String.init))
            try await PageVisitor.visit(service) { visitor in
                try await body(
                    LaneHouse(
                        certified: certified, voting: voting, device: device, file: file, cookie: ["Cookie": cookie],
                        visitor: visitor))
            }
        }
    }

    static func signIn(_ service: TestService) async throws -> RawAnswer {
        let body: JSONValue = ["name": "quantri", "password": .string(TestService.adminPassword)]
        return try await service.call("POST", "/api/v1/staff/session", body.encoded())
    }
}
