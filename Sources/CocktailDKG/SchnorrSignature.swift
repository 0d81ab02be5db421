public import OpenSSLKit
import StrictEncoding

/// A signature of COCKTAIL-DKG's own scheme ("Schnorr Signature Scheme"): R compressed || z, 65 bytes.
///
/// It proves that a dealer has the secret of its first commitment, and certifies a transcript. No verifier of another
/// scheme takes it.
public struct SchnorrSignature: Hashable, Sendable {
    public static let byteCount = Ciphersuite.pointByteCount + Ciphersuite.scalarByteCount

    public let bytes: [UInt8]

    private let commitment: P256Point

    /// Signs; the nonce follows from key and message.
    /// - Throws: `OpenSSLError`; `P256Error` where the nonce or the key is zero, which does not happen by chance.
    public init(of message: [UInt8], by key: P256Scalar) throws {
        let publicKey = try P256Point.generator * key
        let nonce = try Ciphersuite.hashToScalar(Self.nonceInput(message, by: key))
        commitment = try P256Point.generator * nonce
        let challenge = try Self.challenge(commitment, publicKey, message)
        bytes = try commitment.compressed + (nonce + challenge * key).bytes.unwipedCopy
    }

    /// - Throws: `MalformedInput` unless the bytes are a point and a scalar below the order; `OpenSSLError`.
    public init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes, of: "signature")
        try self.init(reading: &reader, as: "signature")
        try reader.finish()
    }

    init(reading reader: inout ByteReader, as place: String) throws {
        commitment = try reader.point(place)
        let response = try reader.scalar(place)
        bytes = commitment.compressed + response.bytes.unwipedCopy
    }

    /// - Throws: `OpenSSLError`.
    public func isValid(of message: [UInt8], by publicKey: P256Point) throws -> Bool {
        let response = try P256Scalar(Array(bytes[Ciphersuite.pointByteCount...]), allowingZero: true)
        let challenge = try Self.challenge(commitment, publicKey, message)
        // R = z·B − c·pk: the sum on the right is no point where it is infinity, which R never is.
        return try P256Point.sum(of: [(.generator, response), (publicKey, challenge.negated())]) == commitment
    }

    static func nonceInput(_ message: [UInt8], by key: P256Scalar) -> SecretBytes {
        let prefix = SecretBytes(copying: Array("COCKTAIL-DKG-P256-SHA256-NONCE".utf8))
        return SecretBytes(joining: [prefix, key.bytes, SecretBytes(copying: message)])
    }

    static func challengeInput(_ commitment: P256Point, _ publicKey: P256Point, _ message: [UInt8]) -> [UInt8] {
        Array("COCKTAIL-DKG-P256-SHA256-H7".utf8) + commitment.compressed + publicKey.compressed + message
    }

    private static func challenge(
        _ commitment: P256Point, _ publicKey: P256Point, _ message: [UInt8]
    ) throws -> P256Scalar {
        try Ciphersuite.hashToScalar(SecretBytes(copying: challengeInput(commitment, publicKey, message)))
    }
}

extension ByteReader {
    /// - Throws: `MalformedInput` for what is no point but infinity; `OpenSSLError`.
    mutating func point(_ place: String) throws -> P256Point {
        let bytes = try take(Ciphersuite.pointByteCount)
        do { return try P256Point(compressed: bytes) } catch let error as P256Error {
            throw MalformedInput(.wrongValue, at: place, error.description)
        }
    }

    /// A scalar, zero too.
    /// - Throws: `MalformedInput` for what is not below the order; `OpenSSLError`.
    mutating func scalar(_ place: String) throws -> P256Scalar {
        let bytes = try take(Ciphersuite.scalarByteCount)
        do { return try P256Scalar(bytes, allowingZero: true) } catch let error as P256Error {
            throw MalformedInput(.wrongValue, at: place, error.description)
        }
    }
}
