import Crypto

/// SHA-256, the protocol's `H`.
public enum Hash {
    public static let byteCount = 32

    public static func digest(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// The digest of a byte string that is at hand only in parts.
    static func digest(ofParts parts: [UInt8]...) -> [UInt8] {
        var hash = SHA256()
        for part in parts { hash.update(data: part) }
        return Array(hash.finalize())
    }
}
