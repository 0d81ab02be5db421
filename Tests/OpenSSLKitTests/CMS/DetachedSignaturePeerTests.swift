import OpenSSLKit
import TestSupport
import Testing

/// Both ways with the `openssl` command.
@Suite struct DetachedSignaturePeerTests {
    private let openssl: OpenSSLCommand

    init() throws {
        openssl = try OpenSSLCommand()
        try openssl.write(Trial.content, to: "content")
        try openssl.write(Trial.rsaSigner.get(), as: "rsa")
        try openssl.write(Trial.p256Signer.get(), as: "p256")
        try openssl.write(Trial.authority.get().certificate.pem(), to: "root.crt")
    }

    private func signed(_ options: String) throws -> SignatureInspection {
        try openssl("cms -sign -binary -in content -outform DER -out s.der \(options)")
        return try DetachedSignature.inspect(openssl.read("s.der"), content: Trial.content)
    }

    private func inspected(_ options: String) throws -> InspectedSignature? {
        guard case .inspected(let signature) = try signed(options) else { return nil }
        return signature
    }

    private func signer(_ name: String) -> String { "-signer \(name).crt -inkey \(name).key" }

    @Test func opensslVerifiesOurs() throws {
        for signer in try Trial.signers() {
            let der = try DetachedSignature.sign(content: Trial.content, by: signer, at: Trial.newYear)
            try openssl.write(der, to: "s.der")
            try openssl(
                "cms -verify -cades -binary -inform DER -in s.der -content content -CAfile root.crt "
                    + "-attime \(Trial.newYear) -purpose any -out verified")
            #expect(try openssl.read("verified") == Trial.content)
            try openssl.write(Trial.content + [0], to: "other")
            #expect(throws: OpenSSLCommand.Failure.self) {
                try openssl("cms -verify -binary -inform DER -in s.der -content other -noverify -out verified")
            }
        }
    }

    @Test func oursHasTheAttributesOfCAdESAndNoOthers() throws {
        for signer in try Trial.signers() {
            let der = try DetachedSignature.sign(content: Trial.content, by: signer, at: Trial.newYear)
            try openssl.write(der, to: "s.der")
            let said = try openssl("cms -cmsout -print -inform DER -in s.der")
            let attributes = [
                "contentType (1.2.840.113549.1.9.3)", "messageDigest (1.2.840.113549.1.9.4)",
                "signingTime (1.2.840.113549.1.9.5)", "id-smime-aa-signingCertificateV2 (1.2.840.113549.1.9.16.2.47)",
            ]
            for attribute in attributes { #expect(said.contains("object: \(attribute)")) }
            #expect(!said.contains("SMIMECapabilities") && !said.contains("S/MIME Capabilities"))
            #expect(said.contains("eContent: <ABSENT>") && said.contains("Jan  1 00:00:00 2026 GMT"))
            #expect(said.contains("rsassaPss") == (signer.key.kind == .rsa(bits: 2048)))
        }
    }

    @Test(arguments: ["rsa", "p256"], ["", "-md sha384", "-md sha512", "-keyid", "-nosmimecap"])
    func weVerifyOpenSSLs(name: String, options: String) throws {
        let signature = try #require(try inspected("-cades \(signer(name)) -certfile \(name).chain \(options)"))
        #expect(signature.isIntact)
        #expect(signature.signer == (try Certificate(pem: openssl.read("\(name).crt"))))
        #expect(signature.otherCertificates == [try Trial.authority.get().certificate])
    }

    @Test(arguments: ["", "-keyopt rsa_pss_saltlen:-1", "-keyopt rsa_mgf1_md:sha1"])
    func weVerifyPSS(options: String) throws {
        let signature = try inspected("-cades \(signer("rsa")) -keyopt rsa_padding_mode:pss \(options)")
        #expect(signature?.isIntact == true)
    }

    @Test func weVerifyP384() throws {
        _ = try openssl.issue("p384", key: "-algorithm EC -pkeyopt ec_paramgen_curve:P-384")
        #expect(try signed("-cades -md sha384 \(signer("p384"))").isIntact)
    }

    @Test func opensslVerifiesOurPAdES() throws {
        for signer in try Trial.signers() {
            try openssl.write(DetachedSignature.sign(content: Trial.content, by: signer, as: .pades), to: "s.der")
            try openssl(
                "cms -verify -cades -binary -inform DER -in s.der -content content -CAfile root.crt "
                    + "-attime \(Trial.newYear) -purpose any -out verified")
            let said = try openssl("cms -cmsout -print -inform DER -in s.der")
            #expect(said.contains("signingCertificateV2") && !said.contains("signingTime"))
        }
    }

    @Test func withoutSigningCertificateItIsNotBound() throws {
        let signature = try #require(try inspected(signer("rsa")))
        #expect(signature.integrity == .intact && signature.binding == .missing && !signature.isIntact)
    }

    @Test func otherFormsAreRefusedByName() throws {
        let expected: [(String, SignatureFlaw)] = [
            ("-cades -md sha1 \(signer("rsa"))", .weakDigest("SHA1")),
            ("-md md5 \(signer("rsa"))", .weakDigest("MD5")),
            ("-md sha1 \(signer("p256"))", .weakDigest("SHA1")),
            ("-cades \(signer("rsa")) \(signer("p256"))", .signerCount(2)),
            ("-cades -nocerts \(signer("rsa"))", .noSignerCertificate),
            ("-noattr \(signer("rsa"))", .badAttribute("content-type")),
            ("-cades -stream \(signer("rsa"))", .notDER),
            ("-cades -econtent_type 1.2.3.4 \(signer("rsa"))", .notData),
        ]
        for (options, flaw) in expected { #expect(try signed(options) == .refused(flaw), "\(options)") }
    }

    @Test func anEmbeddedContentMustBeTheGivenOne() throws {
        #expect(try signed("-cades -nodetach \(signer("p256"))").isIntact)
        let other = try DetachedSignature.inspect(openssl.read("s.der"), content: Trial.content + [0])
        #expect(other == .refused(.otherContentEmbedded))
    }

    @Test func messagesOfOtherKindsAreRefused() throws {
        try openssl("crl2pkcs7 -nocrl -certfile rsa.crt -outform DER -out certs.der")
        try openssl("cms -encrypt -binary -aes256 -in content -outform DER -out sealed.der rsa.crt")
        try openssl("cms -digest_create -binary -in content -outform DER -out digested.der")
        let expected: [(String, SignatureFlaw)] = [
            ("certs.der", .signerCount(0)), ("sealed.der", .notSignedData), ("digested.der", .notSignedData),
        ]
        for (name, flaw) in expected {
            let inspection = try DetachedSignature.inspect(openssl.read(name), content: Trial.content)
            #expect(inspection == .refused(flaw), "\(name)")
        }
    }

    @Test func keysOfOtherKindsAreRefused() throws {
        _ = try openssl.issue("p521", key: "-algorithm EC -pkeyopt ec_paramgen_curve:P-521")
        _ = try openssl.issue("short", key: "-algorithm RSA -pkeyopt rsa_keygen_bits:1024")
        #expect(try signed("-cades \(signer("p521"))") == .refused(.weakKey(.other("EC", bits: 521))))
        #expect(try signed("-cades \(signer("short"))") == .refused(.weakKey(.rsa(bits: 1024))))
    }

    /// The same key, issuer, serial number and length, another subject: only signing-certificate-v2 tells them apart.
    @Test func aSwappedCertificateIsNoticed() throws {
        _ = try openssl.issue(
            "ca", key: "-algorithm RSA -pkeyopt rsa_keygen_bits:2048", subject: "/CN=Ca",
            extensions: "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign")
        let honest = try openssl.issue("honest", subject: "/CN=Mai", by: "ca", options: "-set_serial 7")
        try openssl("req -new -key honest.key -subj /CN=Lan -out twin.csr")
        try openssl(
            "x509 -req -in twin.csr -out twin.crt -CA ca.crt -CAkey ca.key -days 3650 -set_serial 7 "
                + "-extfile honest.cnf")
        let twin = try Certificate(pem: openssl.read("twin.crt"))
        let key = try PrivateKey(pem: SecretBytes(copying: openssl.read("honest.key")))
        let identity = try SigningIdentity(certificate: honest, key: key)
        let der = try DetachedSignature.sign(content: Trial.content, by: identity, at: Trial.newYear)
        let swapped = DetachedSignature.inspect(der.replacing(honest.der, with: twin.der), content: Trial.content)
        guard case .inspected(let signature) = swapped else {
            Issue.record("refused: \(swapped)")
            return
        }
        #expect(signature.signer == twin && signature.integrity == .intact && signature.binding == .mismatched)
        #expect(!signature.isIntact)
    }

    @Test func trustIsAskedSeparately() throws {
        let stranger = try Trial.root("Cơ quan chứng thực thử nghiệm").selfSigned(by: .generateP256())
        let impostor = try Trial.signer("Lò Văn Thắng").issued(for: .generateP256(), by: stranger)
        let der = try DetachedSignature.sign(content: Trial.content, by: impostor, at: Trial.newYear)
        guard case .inspected(let signature) = DetachedSignature.inspect(der, content: Trial.content) else {
            Issue.record("refused")
            return
        }
        let anchors = try TrustAnchors([Trial.authority.get().certificate])
        let verdict = anchors.verdict(
            on: signature.signer, chain: signature.otherCertificates, at: signature.signingTime ?? 0)
        #expect(signature.isIntact && verdict == .untrusted(.unknownIssuer))
    }
}
