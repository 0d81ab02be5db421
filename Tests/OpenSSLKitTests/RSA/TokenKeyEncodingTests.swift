import OpenSSLKit
import TestSupport
import Testing

struct TokenKeyEncodingTests {
    @Test func comesBackAsItWent() throws {
        let key = try TestKeys.one.get().publicKey
        #expect(key.tokenKey.count == 342)
        #expect(try RSAPublicKey(tokenKey: key.tokenKey) == key)
    }

    @Test func theToolReadsOurs() throws {
        let openssl = try OpenSSLCommand()
        try openssl.write(TestKeys.one.get().publicKey.tokenKey, to: "key.der")
        let text = try openssl("pkey -pubin -inform DER -in key.der -noout -text")
        #expect(text.contains("Public-Key: (2048 bit)"))
        #expect(text.contains("PSS parameter restrictions"))
        #expect(text.contains("Hash Algorithm: SHA2-384"))
        #expect(text.contains("Mask Algorithm: MGF1 with SHA2-384"))
        #expect(text.contains("Minimum Salt Length: 48"))
    }

    /// The same key as OpenSSL's encoder writes it: NULLs after the hash identifiers.
    @Test func refusesNullParameters() throws {
        let openssl = try OpenSSLCommand()
        try openssl(
            """
            genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048 -pkeyopt rsa_pss_keygen_md:sha384 \
            -pkeyopt rsa_pss_keygen_mgf1_md:sha384 -pkeyopt rsa_pss_keygen_saltlen:48 -out key.pem
            """)
        try openssl("pkey -in key.pem -pubout -outform DER -out public.der")
        let bytes = try openssl.read("public.der")
        #expect(bytes.count == 346)
        #expect(throws: RSAError.malformedTokenKey) { try RSAPublicKey(tokenKey: bytes) }
    }

    @Test func refusesAPlainRSAKey() throws {
        let openssl = try OpenSSLCommand()
        try openssl("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key.pem")
        try openssl("pkey -in key.pem -pubout -outform DER -out public.der")
        let bytes = try openssl.read("public.der")
        #expect(throws: RSAError.malformedTokenKey) { try RSAPublicKey(tokenKey: bytes) }
    }

    @Test func refusesAShortKey() throws {
        let key = try TestKeys.one.get().publicKey.tokenKey
        // A sequence with a modulus of 1024 bits in an otherwise right frame.
        let numbers: [UInt8] = [0x02, 0x81, 0x81, 0x00] + [UInt8](repeating: 0xFF, count: 128) + [2, 3, 1, 0, 1]
        let bits: [UInt8] = [0x00, 0x30, 0x81, UInt8(numbers.count)] + numbers
        let info = key[4..<67] + [0x03, 0x81, UInt8(bits.count)] + bits
        let short: [UInt8] = [0x30, 0x81, UInt8(info.count)] + info
        #expect(throws: RSAError.unsupportedModulus(bits: 1024)) { try RSAPublicKey(tokenKey: short) }
    }

    @Test func refusesTruncationsAndTrailingBytes() throws {
        let bytes = try TestKeys.one.get().publicKey.tokenKey
        for count in 0..<bytes.count {
            #expect(throws: RSAError.self) { try RSAPublicKey(tokenKey: Array(bytes.prefix(count))) }
        }
        #expect(throws: RSAError.malformedTokenKey) { try RSAPublicKey(tokenKey: bytes + [0]) }
    }

    /// Whatever is read encodes to the bytes that were read.
    @Test func everyBitFlipIsAnotherKeyOrAnError() throws {
        let key = try TestKeys.one.get().publicKey
        for bit in 0..<key.tokenKey.count * 8 {
            var flipped = key.tokenKey
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            guard let read = try? RSAPublicKey(tokenKey: flipped) else { continue }
            #expect(read.tokenKey == flipped && read != key)
        }
    }
}
