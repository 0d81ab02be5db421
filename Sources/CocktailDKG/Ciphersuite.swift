import OpenSSLKit

/// COCKTAIL(P-256, SHA-256) of COCKTAIL-DKG v0.2.1 (c2sp.org/cocktail-dkg, "Ciphersuite Definitions"): its names,
/// lengths and hash functions.
public enum Ciphersuite {
    /// `ciphersuite_id`, exactly these bytes.
    public static let identifier = Array("COCKTAIL(P-256, SHA-256)".utf8)

    /// A point, compressed (SEC 1 section 2.3.3).
    public static let pointByteCount = 33

    /// A scalar, big-endian.
    public static let scalarByteCount = 32

    /// The ciphertext of a share without payload: 48 bytes.
    public static let ciphertextByteCount = scalarByteCount + XAES256GCM.tagByteCount

    /// The key and nonce for one share, from both shared secrets: H6 twice, since its 32 bytes are too few for both.
    ///
    /// - Parameters:
    ///   - shared: the sender's ephemeral and static key each times the recipient's static key.
    ///   - context: the session's.
    static func shareKey(
        shared: (ephemeral: P256Point, static: P256Point), ephemeralKey: P256Point, sender: P256Point,
        recipient: P256Point, context: [UInt8]
    ) throws -> (key: SecretBytes, nonce: [UInt8]) {
        let points = [shared.ephemeral, shared.static, ephemeralKey, sender, recipient]
        let start = Array("COCKTAIL-DKG-P256-SHA256-H6".utf8) + points.flatMap(\.compressed)
        func derive(_ use: String) throws -> SecretBytes {
            try HashFunction.sha256(SecretBytes(copying: start + (context.field + Array(use.utf8).field).field))
        }
        return (try derive("key"), try derive("nonce")[0..<XAES256GCM.nonceByteCount].unwipedCopy)
    }

    /// HashToScalar: 48 bytes from two hashes, modulo the order.
    static func hashToScalar(_ input: SecretBytes) throws -> P256Scalar {
        let halves = try [1, 2].map {
            try HashFunction.sha256(SecretBytes(joining: [SecretBytes(copying: [$0]), input]))
        }
        return try P256Scalar(wide: SecretBytes(joining: [halves[0], halves[1][0..<16]]))
    }
}

extension [UInt8] {
    /// `value` in little-endian order, as lengths and counts stand in hashes and transcripts.
    init(littleEndian value: some FixedWidthInteger & UnsignedInteger) {
        self = (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// u64 length, little-endian || bytes.
    var field: [UInt8] { [UInt8](littleEndian: UInt64(count)) + self }
}
