import OpenSSLKit
import TestSupport
import Testing

@Suite struct RevocationTests {
    private let openssl: OpenSSLCommand
    private let root: SigningIdentity
    private let middle: SigningIdentity
    private let signer: SigningIdentity
    private let revokedAt = Trial.newYear + 10 * Trial.day
    private let thisUpdate = Trial.newYear + 20 * Trial.day
    private let nextUpdate = Trial.newYear + 50 * Trial.day

    init() throws {
        openssl = try OpenSSLCommand()
        root = try Trial.authority.get()
        middle = try Trial.root("Trung gian").issued(for: .generateP256(), by: root)
        signer = try Trial.signer("Vàng Thị Mỷ").issued(for: .generateP256(), by: middle)
        try openssl.write(root, as: "root")
        try openssl.write(middle, as: "middle")
    }

    private func list(
        by authority: String, of certificates: [Certificate] = [], extensions: String = ""
    ) throws -> RevocationList {
        let revoked = certificates.map { OpenSSLCommand.Revoked(certificate: $0, time: revokedAt) }
        let text = try openssl.revocationList(
            by: authority, of: revoked, from: thisUpdate, to: nextUpdate, extensions: extensions)
        return try #require(try RevocationList.all(pem: text).first)
    }

    private func assess(_ lists: [RevocationList], at instant: Int64) -> CertificateAssessment {
        TrustAnchors([root.certificate])
            .assessment(of: signer.certificate, chain: signer.chain, at: instant, revocationLists: lists)
    }

    private func knowledge(_ lists: [RevocationList], at instant: Int64? = nil) -> RevocationKnowledge {
        assess(lists, at: instant ?? thisUpdate).revocation
    }

    @Test func aRevocationCountsFromItsTimeOn() throws {
        let lists = try [list(by: "root"), list(by: "middle", of: [signer.certificate])]
        for instant in [revokedAt, revokedAt + 1, nextUpdate] {
            #expect(assess(lists, at: instant).verdict == .untrusted(.revoked(at: revokedAt)))
            #expect(assess(lists, at: instant).revocation == .revoked(at: revokedAt))
        }
        #expect(assess(lists, at: revokedAt - 1).verdict == .trusted)
        #expect(knowledge(lists, at: revokedAt - 1) == .good)
    }

    @Test func everyLinkIsAsked() throws {
        let lists = try [list(by: "root", of: [middle.certificate]), list(by: "middle")]
        #expect(assess(lists, at: revokedAt).verdict == .untrusted(.revoked(at: revokedAt)))
        #expect(assess(lists, at: revokedAt - 1).verdict == .trusted)
    }

    @Test func withoutListsNothingIsKnown() throws {
        #expect(knowledge([]) == .unknown(.noList) && assess([], at: revokedAt).verdict == .trusted)
        #expect(try knowledge([list(by: "root")]) == .unknown(.noList))
        #expect(try knowledge([list(by: "middle")]) == .unknown(.noList))
        #expect(try knowledge([list(by: "middle"), list(by: "root")]) == .good)
    }

    @Test func anAnchorIsTrustedAsItStands() throws {
        let anchors = TrustAnchors([signer.certificate])
        let assessment = try anchors.assessment(
            of: signer.certificate, chain: [], at: revokedAt,
            revocationLists: [list(by: "middle", of: [signer.certificate])])
        #expect(assessment.verdict == .trusted && assessment.revocation == .good)
    }

    @Test func strangersListsAreIgnored() throws {
        let stranger = try Trial.root("Trung gian").selfSigned(by: .generateP256())
        try openssl.write(stranger, as: "stranger")
        let genuine = try list(by: "root")
        let forged = try list(by: "stranger", of: [signer.certificate])
        #expect(forged.issuer == middle.certificate.subject)
        #expect(knowledge([genuine, forged]) == .unknown(.notSignedByIssuer))
        #expect(assess([genuine, forged], at: thisUpdate).verdict == .trusted)
        let empty = try list(by: "stranger")
        let listed = try list(by: "middle", of: [signer.certificate])
        for lists in [[genuine, empty, listed], [listed, empty, genuine]] {
            #expect(knowledge(lists) == .revoked(at: revokedAt))
        }
    }

    @Test func issuersMustBeAllowedTo() throws {
        var template = Trial.root("Không ký danh sách")
        template.keyUsage = .keyCertSign
        let issuer = try template.issued(for: .generateP256(), by: root)
        let subject = try Trial.signer("N").issued(for: .generateP256(), by: issuer)
        try openssl.write(issuer, as: "issuer")
        let assessment = try TrustAnchors([issuer.certificate]).assessment(
            of: subject.certificate, chain: [], at: thisUpdate,
            revocationLists: [list(by: "issuer", of: [subject.certificate])])
        #expect(assessment.revocation == .unknown(.notSignedByIssuer) && assessment.verdict == .trusted)
    }

    @Test func oldListsKnowNothingNew() throws {
        let lists = try [list(by: "root"), list(by: "middle")]
        #expect(knowledge(lists, at: nextUpdate) == .good)
        #expect(knowledge(lists, at: nextUpdate + 1) == .unknown(.outdated))
        #expect(knowledge(lists, at: Trial.newYear) == .good)
    }

    /// Authorities drop the entries of certificates that have expired.
    @Test func listsFromAfterTheEndKnowNothingOld() throws {
        let end = signer.certificate.notAfter
        let text = try openssl.revocationList(by: "middle", of: [], from: end + 1, to: end + Trial.day)
        let late = try #require(try RevocationList.all(pem: text).first)
        #expect(try knowledge([list(by: "root"), late], at: Trial.newYear) == .unknown(.outdated))
    }

    @Test func partialListsProveOnlyWhatTheyHave() throws {
        let part = """
            crl_extensions=e
            [e]
            issuingDistributionPoint=critical,@p
            [p]
            onlyCA=TRUE
            """
        let root = try list(by: "root")
        let without = try list(by: "middle", extensions: part)
        #expect(without.isPartial && knowledge([root, without]) == .unknown(.partial))
        let with = try list(by: "middle", of: [signer.certificate], extensions: part)
        #expect(knowledge([root, with]) == .revoked(at: revokedAt))
    }

    @Test func otherReasonsComeFirst() throws {
        let lists = try [list(by: "root"), list(by: "middle", of: [signer.certificate])]
        let end = signer.certificate.notAfter
        #expect(assess(lists, at: end).verdict == .untrusted(.expired))
        #expect(knowledge(lists, at: end) == .unknown(.noPath))
        let stamping = TrustAnchors([root.certificate]).verdict(
            on: signer.certificate, chain: signer.chain, at: thisUpdate, for: .timestamping, revocationLists: lists)
        #expect(stamping == .untrusted(.notForTimestamping))
    }

    @Test func timeStampAuthoritiesAreRevokedToo() throws {
        let authority = try TimestampIssuer()
        let request = try TimestampRequest(over: Trial.content)
        let response = try authority.answer(request)
        let token = try TimestampToken(response: response)
        let revoked = OpenSSLCommand.Revoked(certificate: token.authority, time: token.time - 1)
        let text = try authority.openssl.revocationList(
            by: "root", of: [revoked], from: token.time, to: token.time + Trial.day)
        let lists = try RevocationList.all(pem: text)
        #expect(throws: TimestampFlaw.untrusted(.revoked(at: token.time - 1))) {
            try request.token(
                in: response, at: token.time, trusting: authority.anchors, revocationLists: lists)
        }
    }
}
