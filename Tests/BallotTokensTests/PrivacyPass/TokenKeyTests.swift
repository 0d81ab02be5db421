import BallotTokens
import OpenSSLKit
import StrictEncoding
import Testing

struct TokenKeyTests {
    @Test func comesBackAsItWent() throws {
        let key = try TokenKey(TestKeys.one.get().publicKey)
        #expect(try TokenKey(parsing: key.bytes) == key)
        #expect(try key.id == HashFunction.sha256(key.bytes))
        #expect(key.lastByte == key.id.last)
    }

    @Test func refusesOtherSizesAndExponents() throws {
        let modulus = try TestKeys.one.get().publicKey.modulus
        let longer = try RSAPublicKey(modulus: [1] + modulus, exponent: [1, 0, 1])
        let three = try RSAPublicKey(modulus: modulus, exponent: [3])
        for key in [longer, three] {
            #expect(reason { try TokenKey(key) } == .wrongValue)
            #expect(reason { try TokenKey(parsing: key.tokenKey) } == .wrongValue)
        }
        #expect(throws: RSAError.malformedTokenKey) { try TokenKey(parsing: []) }
    }
}
