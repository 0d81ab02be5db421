public import StrictEncoding

/// What closing fixes for good.
///
///     seal = label("seal") || roundID || u32 C || box root || H(attendance) || H(roll)
public struct Seal: Sendable, Hashable {
    public let bytes: [UInt8]

    public init(
        _ roundID: RoundID, contestCount: Int, boxRoot: [UInt8], attendanceHash: [UInt8], rollHash: [UInt8]
    ) {
        bytes = Label.seal.message(
            roundID.bytes, [UInt8](bigEndian: UInt32(contestCount)), boxRoot, attendanceHash, rollHash)
    }

    /// - Throws: `MalformedInput` unless the bytes are a seal of this round.
    public init(_ bytes: [UInt8], of manifest: Manifest) throws(MalformedInput) {
        var start = Label.seal.message(manifest.roundID.bytes)
        start.append(bigEndian: UInt32(manifest.contests.count))
        guard bytes.count == start.count + 3 * Hash.byteCount, bytes.starts(with: start) else {
            throw MalformedInput(.wrongValue, at: "seal", "the seal of this round")
        }
        self.bytes = bytes
    }

    public var hash: [UInt8] { Hash.digest(bytes) }

    public var boxRoot: [UInt8] { part(0) }
    var attendanceHash: [UInt8] { part(1) }
    var rollHash: [UInt8] { part(2) }

    private func part(_ index: Int) -> [UInt8] {
        Array(bytes.suffix(3 * Hash.byteCount).dropFirst(index * Hash.byteCount).prefix(Hash.byteCount))
    }

    var foundMessage: [UInt8] { Label.found.message(hash) }

    /// Whether the voter says that all their slips are in the sealed box.
    public func isFound(by voter: Voter, signature: [UInt8]) -> Bool {
        voter.credentialKey.isValid(signature, over: foundMessage)
    }
}
