import OpenSSLKit
import TestSupport
import Testing

/// The one-block examples of FIPS 180-4.
struct HashFunctionTests {
    @Test func sha256() throws {
        let expected = hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(try HashFunction.sha256(Array("abc".utf8)) == expected)
        #expect(try HashFunction.sha256(SecretBytes(copying: Array("abc".utf8))).unwipedCopy == expected)
    }

    @Test func sha384() throws {
        let expected = hex(
            """
            cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed
            8086072ba1e7cc2358baeca134c825a7
            """)
        #expect(try HashFunction.sha384(Array("abc".utf8)) == expected)
    }

    @Test func emptyInput() throws {
        let expected = hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(try HashFunction.sha256([]) == expected)
        #expect(try HashFunction.sha256(SecretBytes(copying: [])).unwipedCopy == expected)
    }
}
