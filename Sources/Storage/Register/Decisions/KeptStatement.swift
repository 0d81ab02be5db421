/// A decision's statement about one unit.
public struct KeptStatement: Hashable, Sendable {
    /// What the decision is known by: SHA-256 of `bytes`.
    public let digest: [UInt8]

    /// The exact bytes that are signed.
    public let bytes: [UInt8]

    public init(digest: [UInt8], bytes: [UInt8]) { (self.digest, self.bytes) = (digest, bytes) }
}
