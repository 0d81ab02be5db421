import StrictEncoding

/// What a slip's row holds: u32 contest || slipID (32) || slip (473).
struct SpooledSlip {
    static let slipIDCount = 32
    static let slipCount = 473

    let contest: UInt32
    let slipID: [UInt8]
    let slip: [UInt8]

    /// - Throws: `StorageError.malformed` for a length that is not the protocol's.
    init(contest: UInt32, slipID: [UInt8], slip: [UInt8]) throws(StorageError) {
        guard slipID.count == Self.slipIDCount, slip.count == Self.slipCount else {
            throw StorageError(.malformed, "a slip is \(Self.slipCount) bytes, its slipID \(Self.slipIDCount)")
        }
        self.contest = contest
        self.slipID = slipID
        self.slip = slip
    }

    init(decoding bytes: [UInt8]) throws(StorageError) {
        do {
            var reader = ByteReader(bytes, of: "spooled slip")
            contest = try reader.integer()
            slipID = try reader.take(Self.slipIDCount)
            slip = try reader.take(Self.slipCount)
            try reader.finish()
        } catch {
            throw StorageError(.corrupt, "the spool: \(error)")
        }
    }

    var encoded: [UInt8] { [UInt8](bigEndian: contest) + slipID + slip }
}
