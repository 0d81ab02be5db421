import OpenSSLKit
import TestSupport
import Testing

/// Signers' keys as their owners have had them for years, and the keyboards that they type passwords on.
@Suite struct PasswordTests {
    /// The same password, composed, decomposed, and with its tones apart.
    private static let spellings = [
        "M\u{1EAD}tkh\u{1EA9}u1", "Ma\u{323}\u{302}tkha\u{302}\u{309}u1", "M\u{E2}\u{323}tkh\u{E2}\u{309}u1",
    ]

    private static func vector(_ name: String) throws -> [UInt8] {
        try TestFiles.vector("keys/\(name)")
    }

    /// Set decomposed, by 3DES.
    @Test(arguments: spellings) func aFileOpensHoweverItsPasswordIsTyped(typed: String) throws {
        let identity = try SigningIdentity(pkcs12: Self.vector("3des-nfd.p12"), password: Trial.password(typed))
        #expect(identity.certificate.isForSigning)
    }

    @Test(arguments: ["Matkhau1", "MẬTKHẨU1", "Mậtkhẩu", "Mâtkhâu1", "Mạtkhảu1", "Mậtkhẩu1 ", ""])
    func anotherPasswordIsAnotherPassword(typed: String) throws {
        #expect(throws: CredentialError.wrongPassword) {
            try SigningIdentity(pkcs12: Self.vector("3des-nfd.p12"), password: Trial.password(typed))
        }
    }

    @Test(arguments: spellings, spellings) func keysOpenHoweverTheirPasswordIsTyped(set: String, typed: String) throws {
        let identity = try Trial.p256Signer.get()
        let file = try identity.pkcs12(password: Trial.password(set), iterations: 1_000)
        #expect(try SigningIdentity(pkcs12: file, password: Trial.password(typed)).certificate == identity.certificate)
    }

    @Test func pemsOpenHoweverTheirPasswordIsTyped() throws {
        let key = try Trial.p256Signer.get().key
        for (set, typed) in zip(Self.spellings, Self.spellings.reversed()) {
            let pem = try SecretBytes(copying: key.pem(password: Trial.password(set)))
            let read = try PrivateKey(pem: pem, password: Trial.password(typed))
            #expect(try read.pkcs8().unwipedCopy == key.pkcs8().unwipedCopy)
            #expect(throws: CredentialError.wrongPassword) { try PrivateKey(pem: pem, password: Trial.password("x")) }
        }
    }

    /// Not UTF-8: there is one spelling.
    @Test func bytesThatAreNoText() throws {
        let password = SecretBytes(copying: [0xFF, 0xC1, 0x80])
        let file = try Trial.p256Signer.get().pkcs12(password: password, iterations: 1_000)
        #expect(throws: CredentialError.wrongPassword) {
            try SigningIdentity(pkcs12: file, password: SecretBytes(copying: [0xFF, 0xC1, 0x81]))
        }
    }

    @Test func anOldFileIsSaidToBeOld() throws {
        #expect(throws: CredentialError.unsupportedEncryption) {
            try SigningIdentity(pkcs12: Self.vector("rc2.p12"), password: Trial.password(Self.spellings[0]))
        }
        #expect(throws: CredentialError.wrongPassword) {
            try SigningIdentity(pkcs12: Self.vector("rc2.p12"), password: Trial.password("sai"))
        }
    }

    @Test(arguments: ["PBE-SHA1-RC2-40", "PBE-SHA1-RC2-128", "PBE-SHA1-RC4-128", "PBE-SHA1-RC4-40"])
    func oldAlgorithms(name: String) throws {
        let openssl = try OpenSSLCommand()
        try openssl.write(Trial.p256Signer.get(), as: "s")
        for part in ["-keypbe", "-certpbe"] {
            try openssl(
                "pkcs12 -export -legacy -inkey s.key -in s.crt \(part) \(name) -out old.p12 -passout pass:thu")
            #expect(throws: CredentialError.unsupportedEncryption) {
                try SigningIdentity(pkcs12: openssl.read("old.p12"), password: Trial.password("thu"))
            }
        }
    }

    /// The advice works: the commands that are told, word for word.
    @Test func anOldFileIsConverted() throws {
        let openssl = try OpenSSLCommand()
        try openssl.write(Self.vector("rc2.p12"), to: "OLD.p12")
        let password = Self.spellings[0]
        for command in CredentialError.conversion where command.hasPrefix("openssl ") {
            var words = command.split(separator: " ").dropFirst().map(String.init)
            let isReading = words.contains("-legacy")
            words += isReading ? ["-passin", "pass:\(password)"] : ["-passin", "pass:thu-1"]
            words += ["-passout", isReading ? "pass:thu-1" : "pass:\(password)"]
            try openssl(words)
        }
        let identity = try SigningIdentity(pkcs12: openssl.read("NEW.p12"), password: Trial.password(password))
        #expect(identity.certificate.isForSigning)
    }
}
