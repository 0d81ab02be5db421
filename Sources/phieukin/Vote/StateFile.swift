import SecretBallot
import StrictEncoding

/// The file in which a voter's device keeps what it must remember.
struct StateFile: Sendable {
    private static let limit = 64 << 20
    private let path: String

    init(_ path: String) { self.path = path }

    var exists: Bool { SecretFile.exists(path) }

    /// The device as it was left.
    /// - Throws: `Failure`, `MalformedInput` for a file of another round.
    func device(_ manifest: Manifest) throws -> VotingDevice {
        guard exists else { throw Failure("there is no state file \(path)", hint: "vote first, on this device") }
        return try VotingDevice(manifest, stored: SecretFile.read(path, limit: Self.limit))
    }

    /// Durable when it returns.
    func keep(_ device: VotingDevice) throws { try SecretFile.write(device.json.encoded(), to: path, replacing: true) }

    func erase() {
        SecretFile.erase(path)
        Terminal.say("The state file is erased (đã xóa).")
    }
}
