import TestSupport
import Testing

@testable import OpenSSLKit

struct RSAPrivateKeyTests {
    @Test(arguments: [2048, 3072])
    func generatesTheSizeAskedFor(bits: Int) throws {
        let key = try RSAPrivateKey.generate(bits: bits)
        #expect(key.publicKey.bitCount == bits)
        #expect(key.publicKey.exponent == [1, 0, 1])
    }

    @Test(arguments: [-1, 0, 512, 1024, 2047, 1 << 40])
    func refusesOtherSizes(bits: Int) {
        #expect(throws: RSAError.unsupportedModulus(bits: bits)) { try RSAPrivateKey.generate(bits: bits) }
    }

    @Test func pkcs8ComesBackAsItWent() throws {
        let key = try TestKeys.one.get()
        let again = try RSAPrivateKey(pkcs8: key.pkcs8())
        #expect(again.publicKey == key.publicKey)
        #expect(try again.pkcs8().isEqual(to: key.pkcs8()))
    }

    @Test func refusesEveryTruncationAndAnyTrailingByte() throws {
        let bytes = try TestKeys.one.get().pkcs8().unwipedCopy
        for count in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: RSAError.malformedPrivateKey) {
                try RSAPrivateKey(pkcs8: SecretBytes(copying: bytes.prefix(count)))
            }
        }
        #expect(throws: RSAError.malformedPrivateKey) { try RSAPrivateKey(pkcs8: SecretBytes(copying: bytes + [0])) }
        #expect(OpenSSLError.drained("nothing").reasons.isEmpty)
    }

    @Test func refusesAKeyOfAnotherKind() throws {
        let openssl = try OpenSSLCommand()
        try openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ec.pem")
        try openssl("pkcs8 -topk8 -nocrypt -in ec.pem -outform DER -out ec.der")
        let bytes = try SecretBytes(copying: openssl.read("ec.der"))
        #expect(throws: RSAError.malformedPrivateKey) { try RSAPrivateKey(pkcs8: bytes) }
    }

    @Test func refusesAKeyTooShort() throws {
        let openssl = try OpenSSLCommand()
        try openssl("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out short.pem")
        try openssl("pkcs8 -topk8 -nocrypt -in short.pem -outform DER -out short.der")
        let bytes = try SecretBytes(copying: openssl.read("short.der"))
        #expect(throws: RSAError.unsupportedModulus(bits: 1024)) { try RSAPrivateKey(pkcs8: bytes) }
    }

    @Test func signsAsTheToolDoes() throws {
        let openssl = try OpenSSLCommand()
        try openssl("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key.pem")
        try openssl("pkcs8 -topk8 -nocrypt -in key.pem -outform DER -out key.der")
        let message = [0x00] + (try SecretBytes(random: 255)).unwipedCopy
        try openssl.write(message, to: "message")
        // Unpadded decryption is the raw private operation too, and takes messages longer than a hash.
        try openssl("pkeyutl -decrypt -inkey key.pem -in message -out signature -pkeyopt rsa_padding_mode:none")
        let key = try RSAPrivateKey(pkcs8: SecretBytes(copying: openssl.read("key.der")))
        #expect(try key.rawPrivateOperation(message) == openssl.read("signature"))
    }

    @Test func theToolReadsOurKey() throws {
        let (openssl, key) = (try OpenSSLCommand(), try TestKeys.one.get())
        try openssl.write(key.pkcs8().unwipedCopy, to: "key.der")
        #expect(try openssl("rsa -in key.der -inform DER -noout -check").contains("RSA key ok"))
    }

    @Test func refusesMessagesOutOfRange() throws {
        let key = try TestKeys.one.get()
        for count in [0, 1, 255, 257] {
            #expect(throws: RSAError.wrongLength(expected: 256, actual: count)) {
                try key.rawPrivateOperation([UInt8](repeating: 0, count: count))
            }
        }
        for message in [key.publicKey.modulus, [UInt8](repeating: 0xFF, count: 256)] {
            #expect(throws: RSAError.notBelowModulus) { try key.rawPrivateOperation(message) }
        }
    }

    @Test func fixedPointsOfTheOperation() throws {
        let key = try TestKeys.one.get()
        let zero = [UInt8](repeating: 0, count: 256)
        let one: [UInt8] = zero.dropLast() + [1]
        var minusOne = key.publicKey.modulus
        minusOne[255] -= 1
        for message in [zero, one, minusOne] { #expect(try key.rawPrivateOperation(message) == message) }
    }

    /// A private exponent that does not fit the key stands for a fault in the machine.
    @Test func withholdsAResultThatFailsItsCheck() throws {
        let publicKey = try TestKeys.one.get().publicKey
        let broken = try RSAPrivateKey(
            modulus: publicKey.modulus, exponent: publicKey.exponent,
            privateExponent: SecretBytes(copying: [0x01, 0x00, 0x03]))
        #expect(throws: RSAError.faultyResult) {
            try broken.rawPrivateOperation([UInt8](repeating: 0, count: 255) + [2])
        }
    }

    @Test func manyThreadsUseOneKey() async throws {
        let key = try TestKeys.one.get()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in UInt8(0)..<8 {
                group.addTask { @concurrent in
                    for round in UInt8(0)..<20 {
                        let message = [0, task, round] + [UInt8](repeating: 7, count: 253)
                        let result = try key.rawPrivateOperation(message)
                        #expect(try key.publicKey.opened(result) == message)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}

extension RSAPublicKey {
    /// `integer`^e mod n.
    fileprivate func opened(_ integer: [UInt8]) throws -> [UInt8] {
        try publicPower()(BigNumber(integer)).bytes(count: modulusByteCount)
    }
}
