import BallotTokens
import SecretBallot

/// What one voter sent.
struct SyntheticBallot: Sendable {
    let request: RollEntry
    let tokenRequests: [TokenRequest]

    /// In the contests' order.
    let slips: [[UInt8]]
}
