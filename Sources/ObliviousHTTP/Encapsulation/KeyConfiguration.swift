import Crypto
import Foundation

/// What a client has to know of a gateway (RFC 9458 section 3.1), with the one suite that is spoken here.
///
///     u8 identifier || u16 KEM || public key (65) || u16 4 || u16 KDF || u16 AEAD
public struct KeyConfiguration: Sendable, Hashable {
    public static let byteCount = 74

    /// DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM, as RFC 9180 section 7 numbers them.
    static let kem: [UInt8] = [0x00, 0x10]
    static let symmetric: [UInt8] = [0x00, 0x01, 0x00, 0x02]
    static let suite = HPKE.Ciphersuite.P256_SHA256_AES_GCM_256

    /// The configuration's 74 bytes, without an outer length.
    public let bytes: [UInt8]

    let key: P256.KeyAgreement.PublicKey

    init(identifier: UInt8, _ key: P256.KeyAgreement.PublicKey) {
        bytes = [identifier] + Self.kem + key.x963Representation + [0, UInt8(Self.symmetric.count)] + Self.symmetric
        self.key = key
    }

    /// - Throws: `ObliviousFault.length`, `.suite` or `.point`.
    public init(parsing bytes: [UInt8]) throws(ObliviousFault) {
        guard bytes.count >= 3 else { throw .length }
        guard Array(bytes[1..<3]) == Self.kem else { throw .suite }
        guard bytes.count == Self.byteCount, bytes[68..<70] == [0, 4] else { throw .length }
        guard Array(bytes[70...]) == Self.symmetric else { throw .suite }
        // The first byte is checked here since hybrid encodings of a point would be a second name for it.
        guard bytes[3] == 0x04, let key = try? P256.KeyAgreement.PublicKey(x963Representation: bytes[3..<68]) else {
            throw .point
        }
        self.bytes = bytes
        self.key = key
    }

    public var identifier: UInt8 { bytes[0] }

    /// Uncompressed SEC1, 65 bytes.
    public var publicKey: [UInt8] { Array(bytes[3..<68]) }

    /// What every request under this configuration begins with (RFC 9458 section 4.3).
    public var header: [UInt8] { [identifier] + Self.kem + Self.symmetric }

    /// HPKE's info for a request with `header`.
    static func info(header: [UInt8]) -> Data { Data("message/bhttp request".utf8) + [0] + header }

    public static func == (one: KeyConfiguration, other: KeyConfiguration) -> Bool { one.bytes == other.bytes }

    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
