import Crypto
import Foundation
public import StrictEncoding

/// A P-256 public key that checks the protocol's signatures: ECDSA with SHA-256, r || s, 64 bytes.
public struct VerifyingKey: Sendable, Hashable {
    public static let byteCount = 65

    /// Uncompressed SEC1, first byte 04.
    public let bytes: [UInt8]

    private let key: P256.Signing.PublicKey

    /// - Throws: `MalformedInput` unless the bytes are an uncompressed point on the curve.
    public init(_ bytes: [UInt8]) throws(MalformedInput) {
        // The first byte is checked here since hybrid encodings of a point would be a second name for it.
        guard bytes.count == Self.byteCount, bytes[0] == 0x04,
            let key = try? P256.Signing.PublicKey(x963Representation: bytes)
        else { throw MalformedInput(.wrongValue, at: "", "an uncompressed P-256 point") }
        self.bytes = bytes
        self.key = key
    }

    init(_ key: P256.Signing.PublicKey) {
        self.bytes = Array(key.x963Representation)
        self.key = key
    }

    /// - Throws: `MalformedInput` with the reader's place.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let bytes = try reader.bytes(Self.byteCount)
        do { try self.init(bytes) } catch { throw error.inside(reader.place) }
    }

    public func isValid(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
        return key.isValidSignature(signature, for: message)
    }

    public static func == (one: VerifyingKey, other: VerifyingKey) -> Bool { one.bytes == other.bytes }

    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

/// The rule that s ≤ (n − 1) / 2: else n − s would sign as well, and a slip would have two spellings.
enum LowS {
    /// (n − 1) / 2 of P-256, big-endian (SEC 2, section 2.4.2).
    private static let half: [UInt8] = [
        0x7F, 0xFF, 0xFF, 0xFF, 0x80, 0x00, 0x00, 0x00, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xDE, 0x73, 0x7D, 0x56, 0xD3, 0x8B, 0xCF, 0x42, 0x79, 0xDC, 0xE5, 0x61, 0x7E, 0x31, 0x92, 0xA8,
    ]

    /// n of P-256, big-endian.
    private static let order: [UInt8] = [
        0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
    ]

    static func holds(for signature: [UInt8]) -> Bool {
        signature.count == 64 && !half.lexicographicallyPrecedes(signature[32...])
    }

    /// The signature with the other s, n − s, where its own is in the upper half. Public values, in plain arithmetic.
    static func normalised(_ signature: [UInt8]) -> [UInt8] {
        guard !holds(for: signature), signature.count == 64 else { return signature }
        var (bytes, borrow) = (signature, 0)
        for place in stride(from: 31, through: 0, by: -1) {
            let difference = Int(order[place]) - Int(signature[32 + place]) - borrow
            borrow = difference < 0 ? 1 : 0
            bytes[32 + place] = UInt8(truncatingIfNeeded: difference)
        }
        return bytes
    }
}
