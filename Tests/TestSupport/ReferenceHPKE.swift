import Crypto
import Foundation
import OpenSSLKit

/// HPKE base mode with a chosen ephemeral key, straight from RFC 9180, with the point arithmetic of another library:
/// the library that is used draws its own key and so can only be held against vectors from the opening side.
///
/// DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-GCM; every intermediate value is there to be compared.
public struct ReferenceHPKE {
    public let encapsulatedKey: [UInt8]
    public let sharedSecret: [UInt8]
    public let context: [UInt8]
    public let secret: [UInt8]
    public let key: [UInt8]
    public let baseNonce: [UInt8]
    public let exporterSecret: [UInt8]
    private let suite: [UInt8]

    /// - Parameters:
    ///   - recipient: an uncompressed point.
    ///   - keyByteCount: 16 for AES-128-GCM, 32 for AES-256-GCM.
    public init(to recipient: [UInt8], ephemeral: [UInt8], info: [UInt8], keyByteCount: Int = 32) throws {
        let scalar = try P256Scalar(ephemeral)
        encapsulatedKey = try (P256Point.generator * scalar).x962
        let dh = Array(try (P256Point(x962: recipient) * scalar).x962[1...32])
        let kem = Array("KEM".utf8) + [0x00, 0x10]
        sharedSecret = Self.expand(
            Self.extract(salt: [], suite: kem, label: "eae_prk", dh), suite: kem, label: "shared_secret",
            encapsulatedKey + recipient, 32)
        suite = Array("HPKE".utf8) + [0x00, 0x10, 0x00, 0x01, 0x00, keyByteCount == 16 ? 1 : 2]
        context =
            [0x00] + Self.extract(salt: [], suite: suite, label: "psk_id_hash", [])
            + Self.extract(salt: [], suite: suite, label: "info_hash", info)
        secret = Self.extract(salt: sharedSecret, suite: suite, label: "secret", [])
        key = Self.expand(secret, suite: suite, label: "key", context, keyByteCount)
        baseNonce = Self.expand(secret, suite: suite, label: "base_nonce", context, 12)
        exporterSecret = Self.expand(secret, suite: suite, label: "exp", context, 32)
    }

    public func nonce(_ sequence: UInt64) -> [UInt8] {
        let counter = [UInt8](repeating: 0, count: 4) + withUnsafeBytes(of: sequence.bigEndian, Array.init)
        return zip(baseNonce, counter).map(^)
    }

    public func seal(_ plain: [UInt8], aad: [UInt8], sequence: UInt64 = 0) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            plain, using: SymmetricKey(data: key), nonce: AES.GCM.Nonce(data: nonce(sequence)), authenticating: aad)
        return Array(box.ciphertext + box.tag)
    }

    public func export(_ context: [UInt8], _ count: Int) -> [UInt8] {
        Self.expand(exporterSecret, suite: suite, label: "sec", context, count)
    }

    private static func extract(salt: [UInt8], suite: [UInt8], label: String, _ input: [UInt8]) -> [UInt8] {
        let labeled = Array("HPKE-v1".utf8) + suite + Array(label.utf8) + input
        return HKDF<SHA256>.extract(inputKeyMaterial: SymmetricKey(data: labeled), salt: salt)
            .withUnsafeBytes { Array($0) }
    }

    private static func expand(
        _ key: [UInt8], suite: [UInt8], label: String, _ info: [UInt8], _ count: Int
    ) -> [UInt8] {
        let labeled = [0x00, UInt8(count)] + Array("HPKE-v1".utf8) + suite + Array(label.utf8) + info
        return HKDF<SHA256>.expand(pseudoRandomKey: key, info: labeled, outputByteCount: count)
            .withUnsafeBytes { Array($0) }
    }
}
