import Testing

@testable import OpenSSLKit

@Suite struct CertificateCacheTests {
    @Test func readsEachOnce() throws {
        let cache = CertificateCache()
        let der = try Trial.p256Signer.get().certificate.der
        let (first, second) = try (cache.certificate(der: der), cache.certificate(der: der))
        #expect(first === second && first.der == der)
    }

    @Test func damagedOnesAreNotKept() throws {
        let cache = CertificateCache()
        let der = try Trial.p256Signer.get().certificate.der
        for _ in 0..<2 {
            #expect(throws: CredentialError.self) { try cache.certificate(der: der + [0]) }
        }
        #expect(try cache.certificate(der: der).der == der)
    }

    @Test func aFullOneStartsAfresh() throws {
        let cache = CertificateCache()
        let key = try PrivateKey.generateP256()
        for index in 0..<600 {
            let der = try Trial.signer("\(index)").selfSigned(by: key).certificate.der
            #expect(try cache.certificate(der: der).der == der)
        }
    }
}
