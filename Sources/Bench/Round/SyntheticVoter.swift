import BallotTokens
import SecretBallot
import StrictEncoding

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
    private let deviceKey: SigningKey

    /// - Parameter device: with its slips.
    /// - Throws: `MalformedInput`.
    init(device: VotingDevice, tokenRequests: [TokenRequest]) throws {
        (request, slips, self.tokenRequests) = (device.tokenRequest, device.slips, tokenRequests)
        deviceKey = try SigningKey(JSONReader(device.json, at: "device").looseObject().member("deviceKey").bytes())
    }

    /// - Throws: an error of the cryptographic library.
    func found(_ seal: Seal) throws -> FoundEntry {
        FoundEntry(voter: request.voter, signature: try deviceKey.sign(seal.foundMessage))
    }
}
