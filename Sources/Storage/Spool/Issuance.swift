import StrictEncoding

/// One voter's batch of token requests, as answered.
public struct Issuance: Hashable, Sendable {
    /// The voter's place in the manifest's list, from 0.
    public let voter: Int

    /// The protocol's hash of the batch (32 bytes): what tells a repetition from another batch.
    public let batchDigest: [UInt8]

    /// What goes into the roll: the requests and the voter's signature, in the caller's form.
    public let batch: [UInt8]

    public init(voter: Int, batchDigest: [UInt8], batch: [UInt8]) {
        self.voter = voter
        self.batchDigest = batchDigest
        self.batch = batch
    }
}

/// What an issuance's row holds: u32 voter || batch digest (32) || batch.
extension Issuance {
    private static let digestCount = 32

    /// - Throws: `StorageError.malformed` for a voter or digest that cannot be.
    func encoded() throws(StorageError) -> [UInt8] {
        guard let voter = UInt32(exactly: voter), batchDigest.count == Self.digestCount else {
            throw StorageError(.malformed, "an issuance names a voter by place, a batch by \(Self.digestCount) bytes")
        }
        return [UInt8](bigEndian: voter) + batchDigest + batch
    }

    init(decoding bytes: [UInt8]) throws(StorageError) {
        do {
            var reader = ByteReader(bytes, of: "spooled issuance")
            let voter: UInt32 = try reader.integer()
            let digest = try reader.take(Self.digestCount)
            self.init(voter: Int(voter), batchDigest: digest, batch: try reader.take(reader.remaining))
        } catch {
            throw StorageError(.corrupt, "the spool: \(error)")
        }
    }
}
