import Crypto
import Foundation

/// HPKE base mode with a chosen ephemeral key, straight from RFC 9180: the library draws its own and so can only be
/// held against the vectors from the opening side.
enum ReferenceHPKE {
    static func seal(
        _ plain: [UInt8], to recipient: [UInt8], ephemeral: P256.KeyAgreement.PrivateKey, info: [UInt8], aad: [UInt8]
    ) throws -> (encapsulated: [UInt8], ciphertext: [UInt8]) {
        let enc = Array(ephemeral.publicKey.x963Representation)
        let publicKey = try P256.KeyAgreement.PublicKey(x963Representation: recipient)
        let dh = try ephemeral.sharedSecretFromKeyAgreement(with: publicKey).withUnsafeBytes { Array($0) }
        let kem = Array("KEM".utf8) + [0x00, 0x10]
        let eae = extract(salt: [], suite: kem, label: "eae_prk", dh)
        let shared = expand(eae, suite: kem, label: "shared_secret", enc + recipient, 32)
        let suite = Array("HPKE".utf8) + [0x00, 0x10, 0x00, 0x01, 0x00, 0x02]
        let context =
            [0x00] + extract(salt: [], suite: suite, label: "psk_id_hash", [])
            + extract(salt: [], suite: suite, label: "info_hash", info)
        let secret = extract(salt: shared, suite: suite, label: "secret", [])
        let key = expand(secret, suite: suite, label: "key", context, 32)
        let nonce = expand(secret, suite: suite, label: "base_nonce", context, 12)
        let box = try AES.GCM.seal(
            plain, using: SymmetricKey(data: key), nonce: AES.GCM.Nonce(data: nonce), authenticating: aad)
        return (enc, Array(box.ciphertext + box.tag))
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
