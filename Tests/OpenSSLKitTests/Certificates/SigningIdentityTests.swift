import OpenSSLKit
import TestSupport
import Testing

@Suite struct SigningIdentityTests {
    @Test func survivesPKCS12() throws {
        for identity in try Trial.signers() {
            let file = try identity.pkcs12(password: Trial.password())
            let read = try SigningIdentity(pkcs12: file, password: Trial.password())
            #expect(read.certificate == identity.certificate && read.chain == identity.chain)
            #expect(try read.key.pkcs8().unwipedCopy == identity.key.pkcs8().unwipedCopy)
        }
    }

    @Test func wrongPasswordIsItsOwnError() throws {
        let file = try Trial.p256Signer.get().pkcs12(password: Trial.password())
        for password in ["", "mật khẩu", "mật khẩu 1 "] {
            #expect(throws: CredentialError.wrongPassword) {
                try SigningIdentity(pkcs12: file, password: Trial.password(password))
            }
        }
        #expect(throws: CredentialError.malformed("password: holds a zero byte")) {
            try SigningIdentity(pkcs12: file, password: Trial.password("mật khẩu 1\0"))
        }
    }

    @Test func opensslReadsOurs() throws {
        let openssl = try OpenSSLCommand()
        let identity = try Trial.p256Signer.get()
        try openssl.write(identity.pkcs12(password: Trial.password("bi-mat")), to: "id.p12")
        let said = try openssl("pkcs12 -in id.p12 -passin pass:bi-mat -info -nodes")
        #expect(said.contains("AES-256-CBC, Iteration 600000, PRF hmacWithSHA256"))
        #expect(said.contains("MAC: sha256, Iteration 600000"))
        #expect(try Certificate.all(pem: Array(said.utf8)) == [identity.certificate] + identity.chain)
    }

    @Test func weReadOpenSSLs() throws {
        let openssl = try OpenSSLCommand()
        for identity in try Trial.signers() {
            try openssl.write(identity, as: "s")
            try openssl([
                "pkcs12", "-export", "-inkey", "s.key", "-in", "s.crt", "-certfile", "s.chain", "-out", "s.p12",
                "-passout", "pass:mật khẩu 1",
            ])
            let read = try SigningIdentity(pkcs12: openssl.read("s.p12"), password: Trial.password())
            #expect(read.certificate == identity.certificate && read.chain == identity.chain)
        }
    }

    @Test func filesOfOtherShapesAreToldApart() throws {
        let openssl = try OpenSSLCommand()
        try openssl.write(Trial.p256Signer.get(), as: "s")
        _ = try openssl.issue("p384", key: "-algorithm EC -pkeyopt ec_paramgen_curve:P-384")
        try openssl("pkcs12 -export -inkey s.key -nocerts -out nocert.p12 -passout pass:thu")
        try openssl("pkcs12 -export -nokeys -in s.crt -out nokey.p12 -passout pass:thu")
        try openssl("pkcs12 -export -inkey s.key -in s.crt -nomac -out nomac.p12 -passout pass:thu")
        try openssl("pkcs12 -export -inkey p384.key -in p384.crt -out p384.p12 -passout pass:thu")
        try openssl("pkcs12 -export -legacy -inkey s.key -in s.crt -out legacy.p12 -passout pass:thu")
        let expected: [(String, CredentialError)] = [
            ("nocert", .noCertificate), ("nokey", .noPrivateKey),
            ("nomac", .malformed("PKCS#12: no check sum under the password")),
            ("p384", .unsupportedKey(.p384)), ("legacy", .unsupportedEncryption),
        ]
        for (name, error) in expected {
            #expect(throws: error, "\(name)") {
                try SigningIdentity(pkcs12: openssl.read("\(name).p12"), password: Trial.password("thu"))
            }
        }
    }

    @Test func keyAndCertificateMustMatch() throws {
        let signers = try Trial.signers()
        #expect(throws: CredentialError.keyDoesNotMatchCertificate) {
            try SigningIdentity(certificate: signers[0].certificate, key: signers[1].key)
        }
        #expect(throws: CredentialError.keyDoesNotMatchCertificate) {
            try SigningIdentity(certificate: signers[1].certificate, key: .generateP256())
        }
    }

    @Test func chainsHoldEachCertificateOnce() throws {
        let signer = try Trial.p256Signer.get()
        let chain = signer.chain + [signer.certificate] + signer.chain
        let identity = try SigningIdentity(certificate: signer.certificate, key: signer.key, chain: chain)
        #expect(identity.chain == signer.chain)
    }

    @Test func damagedFilesAreRefused() throws {
        let openssl = try OpenSSLCommand()
        try openssl.write(Trial.p256Signer.get(), as: "s")
        try openssl("pkcs12 -export -inkey s.key -in s.crt -iter 1 -out s.p12 -passout pass:thu")
        let file = try openssl.read("s.p12")
        for count in 0..<file.count {
            #expect(throws: CredentialError.self) {
                try SigningIdentity(pkcs12: Array(file.prefix(count)), password: Trial.password("thu"))
            }
        }
        #expect(throws: CredentialError.malformed("PKCS#12: trailing bytes")) {
            try SigningIdentity(pkcs12: file + [0], password: Trial.password("thu"))
        }
    }
}
