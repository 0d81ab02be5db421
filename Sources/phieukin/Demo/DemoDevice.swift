import Client
import SecretBallot

/// A voter and the device in their hands.
struct DemoDevice: Sendable {
    let name: String
    var device: VotingDevice
}
