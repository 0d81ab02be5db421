import OpenSSLKit
import TestSupport
import Testing

@Suite struct TrustAnchorsTests {
    private func verdict(
        _ identity: SigningIdentity, _ anchors: [Certificate], at instant: Int64 = Trial.newYear
    ) -> CertificateVerdict {
        TrustAnchors(anchors).verdict(on: identity.certificate, chain: identity.chain, at: instant)
    }

    @Test func signersOfTheAuthorityAreTrusted() throws {
        let anchors = try [Trial.authority.get().certificate]
        for signer in try Trial.signers() { #expect(verdict(signer, anchors) == .trusted) }
    }

    @Test func validityHasExactEnds() throws {
        let anchors = try [Trial.authority.get().certificate]
        let signer = try Trial.p256Signer.get()
        let (first, last) = (signer.certificate.notBefore, signer.certificate.notAfter)
        #expect(verdict(signer, anchors, at: first - 1) == .untrusted(.notYetValid))
        #expect(verdict(signer, anchors, at: first) == .trusted)
        #expect(verdict(signer, anchors, at: last - 1) == .trusted)
        #expect(verdict(signer, anchors, at: last) == .untrusted(.expired))
        #expect(!verdict(signer, anchors, at: .max).isTrusted)
        #expect(!verdict(signer, anchors, at: .min).isTrusted)
    }

    @Test func anExpiredAuthorityEndsTheTrust() throws {
        let template = CertificateTemplate.authority(commonName: "Cũ", notBefore: 0, notAfter: Trial.newYear - 1)
        let root = try template.selfSigned(by: .generateP256())
        let signer = try Trial.signer("N").issued(for: .generateP256(), by: root)
        #expect(verdict(signer, [root.certificate]) == .untrusted(.expired))
    }

    @Test func noAnchorsNoTrust() throws {
        for signer in try Trial.signers() { #expect(verdict(signer, []) == .untrusted(.unknownIssuer)) }
        let own = try Trial.signer("N").selfSigned(by: .generateP256())
        #expect(verdict(own, []) == .untrusted(.unknownIssuer))
    }

    @Test func strangersOfTheSameNameAreNotTrusted() throws {
        let known = try Trial.authority.get()
        let stranger = try Trial.root("Cơ quan chứng thực thử nghiệm").selfSigned(by: .generateP256())
        #expect(stranger.certificate.subject == known.certificate.subject)
        let signer = try Trial.signer("Lò Văn Thắng").issued(for: .generateP256(), by: stranger)
        #expect(verdict(signer, [known.certificate]) == .untrusted(.unknownIssuer))
        let own = try Trial.signer("Lò Văn Thắng").selfSigned(by: .generateP256())
        let anchors = try [known.certificate, Trial.p256Signer.get().certificate]
        #expect(verdict(own, anchors) == .untrusted(.unknownIssuer))
    }

    @Test func strangersWithoutKeyIdentifiersFailBySignature() throws {
        let openssl = try OpenSSLCommand()
        let rootUse = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign"
        let known = try openssl.issue("known", subject: "/CN=Root", extensions: rootUse)
        _ = try openssl.issue("stranger", subject: "/CN=Root", extensions: rootUse)
        let signer = try openssl.issue(
            "signer", extensions: "keyUsage=digitalSignature\nauthorityKeyIdentifier=none", by: "stranger")
        let verdict = TrustAnchors([known]).verdict(on: signer, chain: [], at: known.notBefore + 60)
        #expect(verdict == .untrusted(.badSignature))
    }

    @Test func aForgedCertificateIsNotTrusted() throws {
        let signer = try Trial.rsaSigner.get()
        let forged = try Certificate(der: signer.certificate.der.replacing("Thắng", with: "Thẳng"))
        let anchors = try TrustAnchors([Trial.authority.get().certificate])
        let verdict = anchors.verdict(on: forged, chain: signer.chain, at: Trial.newYear)
        #expect(verdict == .untrusted(.badSignature))
    }

    @Test func pathsGoThroughGivenLinks() throws {
        let root = try Trial.authority.get()
        let middle = try Trial.root("Trung gian").issued(for: .generateRSA(bits: 2048), by: root)
        let signer = try Trial.signer("N").issued(for: .generateP256(), by: middle)
        let anchors = TrustAnchors([root.certificate])
        #expect(verdict(signer, [root.certificate]) == .trusted)
        #expect(verdict(signer, [middle.certificate]) == .trusted)
        #expect(verdict(signer, [signer.certificate]) == .trusted)
        let unlinked = anchors.verdict(on: signer.certificate, chain: [], at: Trial.newYear)
        #expect(unlinked == .untrusted(.unknownIssuer))
    }

    @Test func signersCannotIssue() throws {
        let root = try Trial.authority.get()
        let signer = try Trial.signer("Không phải CA").issued(for: .generateP256(), by: root)
        let minted = try Trial.signer("N").issued(for: .generateP256(), by: signer)
        guard case .untrusted(let reason) = verdict(minted, [root.certificate]) else {
            Issue.record("trusted a certificate issued by a signer")
            return
        }
        #expect([.issuerNotAuthority, .unknownIssuer].contains(reason), "\(reason)")
    }

    @Test func purposeMatters() throws {
        let root = try Trial.authority.get()
        var template = Trial.signer("N")
        let uses: [(KeyUsage, CertificateVerdict)] = [
            (.digitalSignature, .trusted), (.nonRepudiation, .trusted),
            (.cRLSign, .untrusted(.notForSigning)), ([], .untrusted(.notForSigning)),
        ]
        for (use, expected) in uses {
            template.keyUsage = use
            #expect(verdict(try template.issued(for: .generateP256(), by: root), [root.certificate]) == expected)
        }
    }

    @Test(arguments: [
        ("serverAuth", false), ("serverAuth,clientAuth", false), ("timeStamping", false), ("codeSigning", false),
        ("OCSPSigning", false), ("emailProtection", true), ("clientAuth,1.3.6.1.5.5.7.3.36", true),
        ("serverAuth,emailProtection", true), ("anyExtendedKeyUsage", true),
    ]) func machinesDoNotSign(purposes: String, expected: Bool) throws {
        let extensions = "keyUsage=digitalSignature\nextendedKeyUsage=\(purposes)"
        #expect(try OpenSSLCommand().issue("c", extensions: extensions).isForSigning == expected)
    }

    @Test func weakLinksBreakThePath() throws {
        let openssl = try OpenSSLCommand()
        let rootUse = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign"
        let root = try openssl.issue("root", subject: "/CN=Root", extensions: rootUse)
        let short = try openssl.issue("short", key: "-algorithm RSA -pkeyopt rsa_keygen_bits:1024", by: "root")
        let sha1 = try openssl.issue("sha1", by: "root", options: "-sha1")
        for certificate in [short, sha1] {
            let verdict = TrustAnchors([root]).verdict(on: certificate, chain: [], at: root.notBefore + 60)
            #expect(verdict == .untrusted(.weakAlgorithm))
        }
    }
}
