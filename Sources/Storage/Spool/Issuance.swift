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
