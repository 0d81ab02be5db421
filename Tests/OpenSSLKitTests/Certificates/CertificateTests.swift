import OpenSSLKit
import TestSupport
import Testing

@Suite struct CertificateTests {
    @Test func saysWhatTheTemplateSaid() throws {
        let identity = try Trial.rsaSigner.get()
        let certificate = identity.certificate
        #expect(certificate.subject.description == "CN=Lò Văn Thắng,O=Đảng ủy xã Bản Bo")
        #expect(certificate.subject.commonName == "Lò Văn Thắng")
        #expect(certificate.subject.organization == Trial.organization)
        #expect(certificate.subject.readable == "Lò Văn Thắng (Đảng ủy xã Bản Bo)")
        #expect(certificate.issuer == (try Trial.authority.get().certificate.subject))
        #expect(certificate.notBefore == Trial.newYear - Trial.day)
        #expect(certificate.notAfter == Trial.newYear + 365 * Trial.day)
        #expect(certificate.keyUsage == [.digitalSignature, .nonRepudiation])
        #expect(certificate.keyKind == .rsa(bits: 2048))
        #expect(!certificate.isAuthority && certificate.isForSigning)
    }

    @Test func authoritiesOnlyIssue() throws {
        let certificate = try Trial.authority.get().certificate
        #expect(certificate.isAuthority && !certificate.isForSigning)
        #expect(certificate.keyUsage == [.keyCertSign, .cRLSign])
        #expect(certificate.subject == certificate.issuer)
    }

    @Test func survivesDERAndPEM() throws {
        let certificate = try Trial.p256Signer.get().certificate
        #expect(try Certificate(der: certificate.der) == certificate)
        #expect(try Certificate(pem: certificate.pem()) == certificate)
    }

    @Test func truncatedOrLengthenedIsRefused() throws {
        let der = try Trial.p256Signer.get().certificate.der
        for count in 0..<der.count {
            #expect(throws: CredentialError.self) { try Certificate(der: Array(der.prefix(count))) }
        }
        #expect(throws: CredentialError.malformed("certificate: trailing bytes")) { try Certificate(der: der + [0]) }
        let long = [UInt8](repeating: 0x30, count: Certificate.sizeLimit + 1)
        #expect(throws: CredentialError.tooLarge(limit: Certificate.sizeLimit)) { try Certificate(der: long) }
    }

    @Test func mutationsNeverCrash() throws {
        let der = try Trial.rsaSigner.get().certificate.der
        var mutator = Mutator(seed: 3)
        for _ in 0..<2_000 {
            let mutant = mutator.mutate(der)
            guard let read = try? Certificate(der: mutant) else { continue }
            #expect(read.der == mutant)
        }
    }

    @Test func bundlesAreReadInOrder() throws {
        let identities = try Trial.signers()
        let key = try identities[0].key.pem().unwipedCopy
        let (first, second) = try (identities[0].certificate.pem(), identities[1].certificate.pem())
        let text = Array("ghi chú\n".utf8) + first + key + second
        #expect(try Certificate.all(pem: text) == identities.map(\.certificate))
        #expect(throws: CredentialError.self) { try Certificate(pem: text) }
    }

    @Test func badBundlesAreRefused() throws {
        #expect(throws: CredentialError.noCertificate) { try Certificate.all(pem: []) }
        #expect(throws: CredentialError.noCertificate) { try Certificate.all(pem: Array("không có gì".utf8)) }
        let good = try Trial.p256Signer.get().certificate.pem()
        #expect(throws: CredentialError.malformed("PEM block: damaged")) {
            try Certificate.all(pem: good + good.dropLast(30))
        }
        let long = [UInt8](repeating: 10, count: Certificate.textLimit + 1)
        #expect(throws: CredentialError.tooLarge(limit: Certificate.textLimit)) { try Certificate.all(pem: long) }
    }

    @Test func opensslSeesTheSame() throws {
        let openssl = try OpenSSLCommand()
        for certificate in try Trial.signers().map(\.certificate) {
            try openssl.write(certificate.der, to: "c.der")
            let said = try openssl(
                "x509 -inform DER -in c.der -noout -serial -fingerprint -sha256 -dates -ext keyUsage")
            let fingerprint = certificate.fingerprint.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            #expect(said.contains("serial=\(certificate.serial)\n"))
            #expect(said.contains(fingerprint.joined(separator: ":").uppercased()))
            #expect(said.contains("notBefore=Dec 31 00:00:00 2025 GMT"))
            #expect(said.contains("notAfter=Jan  1 00:00:00 2027 GMT"))
            #expect(said.contains("Digital Signature, Non Repudiation"))
        }
    }

    @Test func opensslVerifiesOurChain() throws {
        let openssl = try OpenSSLCommand()
        for identity in try Trial.signers() {
            try openssl.write(identity, as: "signer")
            let said = try openssl("verify -x509_strict -attime \(Trial.newYear) -CAfile signer.chain signer.crt")
            #expect(said == "signer.crt: OK\n")
        }
    }

    @Test func namesOfOthersAreReadable() throws {
        let openssl = try OpenSSLCommand()
        let odd = try openssl.issue("odd", subject: "/O=A, B\\+C/CN=first/CN=Đỗ\u{7}\nThị")
        #expect(odd.subject.description == "CN=Đỗ\\07\\0AThị,CN=first,O=A\\, B\\+C")
        #expect(odd.subject.commonName == "Đỗ\u{7}\nThị" && odd.subject.readable == odd.subject.description)
        let nameless = try openssl.issue("nameless", subject: "/O=only")
        #expect(nameless.subject.commonName == nil && nameless.subject.readable == "O=only")
        #expect(nameless.keyUsage == .digitalSignature)
    }
}
