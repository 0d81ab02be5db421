import OpenSSLKit
import TestSupport
import Testing

@Suite struct TimestampRequestTests {
    @Test(arguments: [1, 0x7F, 0x80, 0xFF, 0x100, 1 << 63, UInt64.max]) func opensslReadsOurs(nonce: UInt64) throws {
        let openssl = try OpenSSLCommand()
        let request = try TimestampRequest(over: Trial.content, nonce: nonce)
        try openssl.write(request.der, to: "q.tsq")
        let said = try openssl("ts -query -in q.tsq -text")
        #expect(said.contains("Version: 1\nHash Algorithm: sha256\n"))
        #expect(said.contains("Certificate required: yes"))
        let digits = String(nonce, radix: 16, uppercase: true)
        #expect(said.contains("Nonce: 0x\(digits.count % 2 == 0 ? "" : "0")\(digits)\n"))
        try openssl.write(Trial.content, to: "content")
        try openssl("ts -query -data content -sha256 -cert -no_nonce -out other.tsq")
        let other = try openssl.read("other.tsq")
        #expect(other.firstIndex(of: request.digest) != nil && request.digest.count == 32)
    }

    @Test func noncesDiffer() throws {
        let nonces = try (0..<100).map { _ in try TimestampRequest(over: []).nonce }
        #expect(Set(nonces).count == 100)
    }
}
