/// An entry of a revocation list.
public struct RevokedCertificate: Sendable, Hashable {
    /// When, in seconds since 1970 (UTC); nil where the date cannot be read.
    public let time: Int64?

    /// The reason code (RFC 5280, section 5.3.1), such as 1 for a compromised key; nil where none is given.
    public let reason: Int?
}
