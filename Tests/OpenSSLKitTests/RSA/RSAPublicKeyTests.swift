import OpenSSLKit
import Testing

struct RSAPublicKeyTests {
    @Test func dropsLeadingZeros() throws {
        let key = try TestKeys.one.get().publicKey
        let same = try RSAPublicKey(modulus: [0, 0] + key.modulus, exponent: [0] + key.exponent)
        #expect(same == key)
        #expect(same.modulusByteCount == 256)
    }

    @Test func refusesModuli() throws {
        let modulus = try TestKeys.one.get().publicKey.modulus
        let even: [UInt8] = modulus.dropLast() + [modulus[255] & 0xFE]
        #expect(throws: RSAError.unsupportedModulus(bits: 2048)) { try RSAPublicKey(modulus: even, exponent: [3]) }
        #expect(throws: RSAError.unsupportedModulus(bits: 0)) { try RSAPublicKey(modulus: [], exponent: [3]) }
        #expect(throws: RSAError.unsupportedModulus(bits: 2047)) {
            try RSAPublicKey(modulus: [modulus[0] & 0x7F | 0x40] + modulus.dropFirst(), exponent: [3])
        }
        #expect(throws: RSAError.unsupportedModulus(bits: 8193)) {
            try RSAPublicKey(modulus: [1] + [UInt8](repeating: 0xFF, count: 1024), exponent: [3])
        }
    }

    @Test(arguments: [[], [0], [1], [2], [1, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 1]] as [[UInt8]])
    func refusesExponents(exponent: [UInt8]) throws {
        let modulus = try TestKeys.one.get().publicKey.modulus
        #expect(throws: RSAError.unsupportedExponent) { try RSAPublicKey(modulus: modulus, exponent: exponent) }
    }
}
