import Crypto
import Foundation
import StrictEncoding
import TestSupport
import Testing

@testable import ObliviousHTTP

/// RFC 9180's vectors for P-256: the library in use opens them, and the reference that the other tests stand on makes
/// every value of them.
struct RFC9180Tests {
    private static func vectors() throws -> [JSONObjectReader] {
        try TestFiles.vectors("rfc9180-p256.json").member("vectors").array().map { try $0.looseObject() }
    }

    @Test func theReferenceMakesEveryValue() throws {
        for vector in try Self.vectors() {
            let bytes: (String) throws -> [UInt8] = { hex(try vector.member($0).string()) }
            let hpke = try ReferenceHPKE(
                to: bytes("pkRm"), ephemeral: bytes("skEm"), info: bytes("info"),
                keyByteCount: vector.member("aead_id").integer() == 1 ? 16 : 32)
            #expect(try hpke.encapsulatedKey == bytes("enc"))
            #expect(try hpke.sharedSecret == bytes("shared_secret"))
            #expect(try hpke.context == bytes("key_schedule_context"))
            #expect(try hpke.secret == bytes("secret"))
            #expect(try hpke.key == bytes("key"))
            #expect(try hpke.baseNonce == bytes("base_nonce"))
            #expect(try hpke.exporterSecret == bytes("exporter_secret"))
            for item in try vector.member("encryptions").array().map({ try $0.looseObject() }) {
                let sequence = UInt64(try item.member("sequence").integer())
                #expect(hpke.nonce(sequence) == hex(try item.member("nonce").string()))
                let sealed = try hpke.seal(
                    hex(item.member("pt").string()), aad: hex(item.member("aad").string()), sequence: sequence)
                #expect(sealed == hex(try item.member("ct").string()))
            }
            for item in try vector.member("exports").array().map({ try $0.looseObject() }) {
                let context = hex(try item.member("exporter_context").string())
                #expect(try hpke.export(context, 32) == hex(item.member("exported_value").string()))
            }
        }
    }

    /// The suite in use, in order from the first message on.
    @Test func theLibraryOpensThem() throws {
        let vector = try #require(try Self.vectors().last)
        let bytes: (String) throws -> [UInt8] = { hex(try vector.member($0).string()) }
        var recipient = try HPKE.Recipient(
            privateKey: P256.KeyAgreement.PrivateKey(rawRepresentation: bytes("skRm")),
            ciphersuite: KeyConfiguration.suite, info: Data(bytes("info")), encapsulatedKey: Data(bytes("enc")))
        for item in try vector.member("encryptions").array().prefix(3).map({ try $0.looseObject() }) {
            let plain = try recipient.open(
                hex(item.member("ct").string()), authenticating: hex(item.member("aad").string()))
            #expect(Array(plain) == hex(try item.member("pt").string()))
        }
        for item in try vector.member("exports").array().map({ try $0.looseObject() }) {
            let secret = try recipient.exportSecret(
                context: Data(hex(item.member("exporter_context").string())), outputByteCount: 32)
            #expect(secret.withUnsafeBytes { Array($0) } == hex(try item.member("exported_value").string()))
        }
    }
}
