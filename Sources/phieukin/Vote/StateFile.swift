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

    /// What was kept beside it, so that it need not be asked for again: whoever asks is seen to.
    /// - Throws: `MalformedInput` where it is not this round's.
    func manifest(of roundID: RoundID) throws -> Manifest? {
        guard SecretFile.exists(manifestPath) else { return nil }
        return try Manifest(SecretFile.read(manifestPath, limit: Manifest.maximumByteCount), expecting: roundID)
    }

    /// Durable when it returns.
    func keep(_ manifest: Manifest) throws { try SecretFile.write(manifest.bytes, to: manifestPath, replacing: true) }

    private var manifestPath: String { path + ".manifest" }

    /// Durable when it returns.
    func keep(_ device: VotingDevice) throws { try SecretFile.write(device.json.encoded(), to: path, replacing: true) }

    func erase() {
        SecretFile.erase(path)
        SecretFile.erase(manifestPath)
        Terminal.say("The state file is erased (đã xóa).")
    }
}
