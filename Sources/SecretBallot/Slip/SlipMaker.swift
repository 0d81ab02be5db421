import Crypto
import Foundation
import StrictEncoding

/// Seals and signs a slip on the voter's device.
struct SlipMaker {
    static let suite = HPKE.Ciphersuite.P256_SHA256_AES_GCM_256

    let manifest: Manifest
    let boardKey: P256.KeyAgreement.PublicKey

    init(_ manifest: Manifest) throws {
        self.manifest = manifest
        boardKey = try P256.KeyAgreement.PublicKey(x963Representation: manifest.board.publicKey.bytes)
    }

    /// - Parameter authenticator: the contest's token, finalised.
    /// - Throws: an error of the cryptographic library.
    func slip(
        _ choice: Choice, in contest: Contest, oneTimeKey: SigningKey, authenticator: [UInt8]
    ) throws -> [UInt8] {
        let publicKey = oneTimeKey.publicKey.bytes
        var sender = try HPKE.Sender(
            recipientKey: boardKey, ciphersuite: Self.suite, info: Data(contest.sealingInfo))
        let ciphertext = try sender.seal([choice.rawValue], authenticating: publicKey)
        var body = [UInt8](bigEndian: manifest.version.slipNumber)
        body.append(bigEndian: UInt32(contest.index))
        body += publicKey + authenticator + sender.encapsulatedKey + ciphertext
        return try body + oneTimeKey.sign(manifest.message(.cast, body))
    }
}
