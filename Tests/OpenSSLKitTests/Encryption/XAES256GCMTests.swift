import OpenSSLKit
import TestSupport
import Testing

/// The vectors of c2sp.org/XAES-256-GCM, and what must not open.
struct XAES256GCMTests {
    private let nonce = Array("ABCDEFGHIJKLMNOPQRSTUVWX".utf8)
    private let plaintext = SecretBytes(copying: Array("XAES-256-GCM".utf8))

    /// The first has the high bit of AES(0) clear, the second has it set.
    @Test(arguments: [
        (1 as UInt8, "", "ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271"),
        (3, "c2sp.org/XAES-256-GCM", "986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d"),
    ])
    func publishedVectors(octet: UInt8, data: String, ciphertext: String) throws {
        let (key, data) = (Self.key(octet), Array(data.utf8))
        let sealed = try XAES256GCM.seal(plaintext, key: key, nonce: nonce, authenticating: data)
        #expect(sealed == hex(ciphertext))
        let opened = try XAES256GCM.open(sealed, key: key, nonce: nonce, authenticating: data)
        #expect(opened?.isEqual(to: plaintext) == true)
    }

    @Test func opensNothingElse() throws {
        let sealed = try XAES256GCM.seal(plaintext, key: Self.key(1), nonce: nonce)
        for bit in 0..<sealed.count * 8 {
            var other = sealed
            other[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(try XAES256GCM.open(other, key: Self.key(1), nonce: nonce) == nil)
        }
        for count in sealed.indices {
            #expect(try XAES256GCM.open(Array(sealed.prefix(count)), key: Self.key(1), nonce: nonce) == nil)
        }
        #expect(try XAES256GCM.open(sealed, key: Self.key(2), nonce: nonce) == nil)
        #expect(try XAES256GCM.open(sealed, key: Self.key(1), nonce: nonce.reversed()) == nil)
        #expect(try XAES256GCM.open(sealed, key: Self.key(1), nonce: nonce, authenticating: [0]) == nil)
    }

    @Test func nothingIsAMessageToo() throws {
        let sealed = try XAES256GCM.seal(SecretBytes(copying: []), key: Self.key(1), nonce: nonce)
        #expect(sealed.count == XAES256GCM.tagByteCount)
        #expect(try XAES256GCM.open(sealed, key: Self.key(1), nonce: nonce)?.count == 0)
    }

    @Test(arguments: [(31, 24), (33, 24), (32, 23), (32, 12), (32, 25)])
    func refusesOtherLengths(key: Int, nonce: Int) {
        #expect(throws: OpenSSLError.self) {
            try XAES256GCM.seal(plaintext, key: Self.key(1, count: key), nonce: [UInt8](repeating: 0, count: nonce))
        }
    }

    private static func key(_ octet: UInt8, count: Int = 32) -> SecretBytes {
        SecretBytes(copying: [UInt8](repeating: octet, count: count))
    }
}
