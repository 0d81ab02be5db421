import Crypto
import Foundation

/// Opens one sealed byte as the protocol has it, with nothing of ours around it.
struct HPKEOpening: Sendable {
    private let key = P256.KeyAgreement.PrivateKey()
    private let info = Data(repeating: 1, count: 48)
    private let context = Data(repeating: 2, count: 65)
    private let encapsulatedKey: Data
    private let ciphertext: Data

    private static let suite = HPKE.Ciphersuite.P256_SHA256_AES_GCM_256

    /// - Throws: an error of the cryptographic library.
    init() throws {
        var sender = try HPKE.Sender(recipientKey: key.publicKey, ciphersuite: Self.suite, info: info)
        encapsulatedKey = sender.encapsulatedKey
        ciphertext = try sender.seal(Data([1]), authenticating: context)
    }

    func callAsFunction() throws {
        var recipient = try HPKE.Recipient(
            privateKey: key, ciphersuite: Self.suite, info: info, encapsulatedKey: encapsulatedKey)
        guard try recipient.open(ciphertext, authenticating: context) == Data([1]) else {
            throw BenchFault("HPKE: what was sealed does not open")
        }
    }
}
