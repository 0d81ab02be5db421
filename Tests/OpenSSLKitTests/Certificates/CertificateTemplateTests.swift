import OpenSSLKit
import Testing

@Suite struct CertificateTemplateTests {
    @Test func serialsDoNotRepeat() throws {
        let key = try PrivateKey.generateP256()
        let serials = try (0..<50).map { _ in try Trial.root("R").selfSigned(by: key).certificate.serial }
        #expect(Set(serials).count == 50)
        #expect(serials.allSatisfy { $0.count <= 32 && !$0.hasPrefix("-") })
        #expect(serials.contains { $0.count == 32 })
    }

    @Test(arguments: [0, 1, 2_524_607_999, 2_524_608_000, 253_402_300_799])
    func instantsAreKept(instant: Int64) throws {
        let key = try PrivateKey.generateP256()
        let template = CertificateTemplate(commonName: "N", notBefore: instant, notAfter: instant)
        let certificate = try template.selfSigned(by: key).certificate
        #expect(certificate.notBefore == instant && certificate.notAfter == instant)
    }

    @Test func namesHaveLimits() throws {
        let key = try PrivateKey.generateP256()
        var template = Trial.signer(String(repeating: "ữ", count: 64))
        #expect(try template.selfSigned(by: key).certificate.subject.commonName == template.commonName)
        for name in ["", String(repeating: "ữ", count: 65)] {
            template.commonName = name
            #expect(throws: OpenSSLError.self) { try template.selfSigned(by: key) }
        }
    }

    @Test func impossibleInstantsAreRefused() throws {
        let key = try PrivateKey.generateP256()
        for (start, end) in [(1, 0), (0, Int64.max), (Int64.min, 0)] as [(Int64, Int64)] {
            let template = CertificateTemplate(commonName: "N", notBefore: start, notAfter: end)
            #expect(throws: (any Error).self) { try template.selfSigned(by: key) }
        }
    }

    @Test func issuedForKeepsTheChain() throws {
        let root = try Trial.authority.get()
        let middle = try Trial.root("Trung gian").issued(for: .generateP256(), by: root)
        let signer = try Trial.signer("N").issued(for: .generateP256(), by: middle)
        #expect(signer.chain == [middle.certificate, root.certificate])
    }
}
