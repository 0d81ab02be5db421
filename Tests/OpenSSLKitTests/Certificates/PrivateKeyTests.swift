import OpenSSLKit
import TestSupport
import Testing

@Suite struct PrivateKeyTests {
    private static let keys = Result { try [PrivateKey.generateP256(), .generateRSA(bits: 2048)] }

    @Test func survivesEveryEncoding() throws {
        for key in try Self.keys.get() {
            let plain = try key.pkcs8().unwipedCopy
            let secret = Trial.password()
            let copies = try [
                PrivateKey(pkcs8: key.pkcs8()),
                PrivateKey(pem: key.pem()),
                PrivateKey(encryptedPKCS8: key.encryptedPKCS8(password: secret), password: secret),
                PrivateKey(pem: SecretBytes(copying: key.pem(password: secret)), password: secret),
            ]
            #expect(try copies.allSatisfy { try $0.pkcs8().unwipedCopy == plain && $0.kind == key.kind })
        }
    }

    @Test func kindsAreTold() throws {
        #expect(try Self.keys.get().map(\.kind) == [.p256, .rsa(bits: 2048)])
        #expect(try PrivateKey.generateRSA(bits: 3072).kind == .rsa(bits: 3072))
    }

    @Test(arguments: [-1, 0, 512, 2047, 4097, 16_384]) func otherSizesAreNotGenerated(bits: Int) {
        #expect(throws: CredentialError.unsupportedKey(.rsa(bits: bits))) { try PrivateKey.generateRSA(bits: bits) }
    }

    @Test func wrongAndMissingPasswords() throws {
        let pem = try SecretBytes(copying: PrivateKey.generateP256().pem(password: Trial.password()))
        #expect(throws: CredentialError.passwordNeeded) { try PrivateKey(pem: pem) }
        #expect(throws: CredentialError.wrongPassword) { try PrivateKey(pem: pem, password: Trial.password("khác")) }
        #expect(throws: CredentialError.wrongPassword) { try PrivateKey(pem: pem, password: Trial.password("")) }
    }

    @Test func damagedKeysAreRefused() throws {
        let der = try PrivateKey.generateP256().pkcs8().unwipedCopy
        for count in 0..<der.count {
            #expect(throws: CredentialError.self) { try PrivateKey(pkcs8: SecretBytes(copying: der.prefix(count))) }
        }
        #expect(throws: CredentialError.malformed("PKCS#8 private key: trailing bytes")) {
            try PrivateKey(pkcs8: SecretBytes(copying: der + [0]))
        }
    }

    @Test func opensslReadsOurs() throws {
        let openssl = try OpenSSLCommand()
        for key in try Self.keys.get() {
            try openssl.write(key.pem(password: Trial.password("bí mật")), to: "sealed.pem")
            try openssl.write(key.pem().unwipedCopy, to: "plain.pem")
            try openssl(["pkey", "-in", "sealed.pem", "-passin", "pass:bí mật", "-out", "opened.pem"])
            #expect(try openssl.read("opened.pem") == openssl.read("plain.pem"))
            #expect(try openssl("pkey -in plain.pem -check -noout").contains("Key is valid"))
        }
    }

    @Test func weReadOpenSSLs() throws {
        let openssl = try OpenSSLCommand()
        try openssl("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -aes256 -pass pass:thu -out key.pem")
        let pem = try SecretBytes(copying: openssl.read("key.pem"))
        #expect(try PrivateKey(pem: pem, password: Trial.password("thu")).kind == .rsa(bits: 2048))
    }

    @Test func otherKindsAreRefused() throws {
        let openssl = try OpenSSLCommand()
        try openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -out p384.pem")
        try openssl("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out short.pem")
        try openssl("genpkey -algorithm ED25519 -out ed.pem")
        try openssl("ecparam -name prime256v1 -genkey -noout -out traditional.pem")
        let expected: [(String, CredentialError)] = [
            ("p384.pem", .unsupportedKey(.p384)),
            ("short.pem", .unsupportedKey(.rsa(bits: 1024))),
            ("ed.pem", .unsupportedKey(.other("ED25519", bits: 256))),
            ("traditional.pem", .noPrivateKey),
        ]
        for (name, error) in expected {
            #expect(throws: error) { try PrivateKey(pem: SecretBytes(copying: openssl.read(name))) }
        }
    }
}
