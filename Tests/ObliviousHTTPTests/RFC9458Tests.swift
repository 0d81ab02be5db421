import Crypto
import Foundation
import TestSupport
import Testing

@testable import ObliviousHTTP

/// Appendix A of RFC 9458. Its suite, DHKEM(X25519) with AES-128-GCM, is refused here; what does not hang on the suite
/// is reproduced from it value by value: info, header, salt, key, nonce and both messages.
struct RFC9458Tests {
    private let configuration = hex(
        "01002031e1f05a740102115220e9af918f738674aec95f54db6e04eb705aae8e79815500080001000100010003")
    private let secretKey = hex("3c168975674b2fa8e465970b79c8dcf09f1c741626480bd4c6162fc5b6a98e1a")
    private let request = hex("00034745540568747470730b6578616d706c652e636f6d012f")
    private let info = hex("6d6573736167652f626874747020726571756573740001002000010001")
    private let message = hex(
        """
        010020000100014b28f881333e7c164ffc499ad9796f877f4e1051ee6d31bad1
        9dec96c208b4726374e469135906992e1268c594d2a10c695d858c40a026e796
        5e7d86b83dd440b2c0185204b4d63525
        """)
    private let exported = hex("62d87a6ba569ee81014c2641f52bea36")
    private let salt = hex(
        "4b28f881333e7c164ffc499ad9796f877f4e1051ee6d31bad19dec96c208b472c789e7151fcba46158ca84b04464910d")
    private let extracted = hex("979aaeae066cf211ab407b31ae49767f344e1501e475c84e8aff547cc5a683db")
    private let key = hex("5d0172a080e428b16d298c4ea0db620d")
    private let nonce = hex("f6bf1aeb88d6df87007fa263")
    private let response = hex("c789e7151fcba46158ca84b04464910d86f9013e404feea014e7be4a441f234f857fbd")

    @Test func theRequestOpensByTheInfoThatIsMadeHere() throws {
        #expect(Array(KeyConfiguration.info(header: Array(message.prefix(7)))) == info)
        var recipient = try HPKE.Recipient(
            privateKey: Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secretKey),
            ciphersuite: HPKE.Ciphersuite(kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_128),
            info: KeyConfiguration.info(header: Array(message.prefix(7))), encapsulatedKey: Data(message[7..<39]))
        #expect(Array(try recipient.open(message[39...])) == request)
        let secret = try recipient.exportSecret(context: ResponseKey.exportContext, outputByteCount: 16)
        #expect(secret.withUnsafeBytes { Array($0) } == exported)
    }

    @Test func theResponsesKeysAreTheExamples() throws {
        let keys = ResponseKeys(secret: SymmetricKey(data: exported), salt: salt, keyByteCount: 16)
        #expect(keys.extracted.withUnsafeBytes { Array($0) } == extracted)
        #expect(keys.key.withUnsafeBytes { Array($0) } == key)
        #expect(keys.nonce == nonce)
        let box = try AES.GCM.seal(
            hex("0140c8"), using: keys.key, nonce: AES.GCM.Nonce(data: keys.nonce))
        #expect(salt.suffix(16) + box.ciphertext + box.tag == response)
    }

    @Test func theSuiteOfTheExampleIsRefused() throws {
        #expect(throws: ObliviousFault.suite) { try KeyConfiguration(parsing: configuration) }
        let gateway = ObliviousGateway(identifier: 1)
        let message = try EncapsulatedRequest(message + [UInt8](repeating: 0, count: 16))
        #expect(throws: ObliviousFault.suite) { _ = try gateway.open(message) }
    }
}
