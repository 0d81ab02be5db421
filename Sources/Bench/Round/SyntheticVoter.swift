import BallotTokens
import SecretBallot

/// A voter of the benchmark, with the device's work done beforehand.
struct SyntheticVoter: Sendable {
    let id: String
    let code: AccessCode
    let credential: Credential

    init(number: Int) throws {
        id = "uv-\(number)"
        code = try AccessCode.random()
        credential = try code.credential()
    }

    var publicKey: VerifyingKey { credential.publicKey }

    /// What this voter marks: every choice in turn, so that every contest has all of them.
    static func choice(of voter: Int, in contest: Int) -> Choice {
        Choice.allCases[(voter + contest) % Choice.allCases.count]
    }

    static func choices(of voter: Int, contests: Int) -> [Choice] {
        (0..<contests).map { choice(of: voter, in: $0) }
    }
}

/// What one voter sent.
struct SyntheticBallot: Sendable {
    let request: RollEntry
    let tokenRequests: [TokenRequest]

    /// In the contests' order.
    let slips: [[UInt8]]
}
