import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import Testing

/// When a signer signed, by whose word, and what that means for trust.
@Suite struct SigningTimeTests {
    private let papers: Papers
    private let signers: Signers
    private let office: Office
    private let now = Signers.signedAt + Signers.day

    init() throws {
        papers = try Papers.shared.get()
        signers = try Signers.shared.get()
        office = try Office.shared.get()
    }

    /// - Parameter recorded: when, if the register knows the file.
    private func verify(
        _ file: [UInt8], recorded: Int64? = nil, now: Int64? = nil, revoked lists: [RevocationList] = []
    ) -> DecisionVerdict {
        let register = recorded.map { papers.register(at: $0, document: file) } ?? .notConsulted
        return DecisionVerifier(anchors: signers.anchors, revocationLists: lists).verify(
            file, register: register, now: now ?? self.now)
    }

    @Test func theTimeOfSigningDecides() throws {
        // Signed within the validity, verified long after it.
        let late = try office.sign(papers.unsigned.pdf, by: signers.ending)
        #expect(verify(late).trusted.isYes)
        #expect(verify(late, recorded: Signers.signedAt).trusted.isYes)
        // The register knows better than the signature what time it was.
        let verdict = verify(late, recorded: signers.ending.certificate.notAfter)
        #expect(verdict.trusted.code == "certificate-expired")
        #expect(verdict.trusted.reason.english.contains("by the register"))
        let expired = try office.force(papers.unsigned.pdf, by: signers.expired)
        #expect(verify(expired, recorded: Signers.signedAt).trusted.code == "certificate-expired")
        let claimed = verify(expired)
        #expect(claimed.trusted.code == "certificate-expired" && claimed.intact.isYes)
        #expect(claimed.trusted.reason.english.contains("as the signature claims"))
        let early = try office.force(papers.unsigned.pdf, by: signers.secretary, at: 0)
        #expect(verify(early).trusted.code == "certificate-not-yet-valid")
        let template = CertificateTemplate(
            commonName: "Máy chủ", organization: Signers.organization, notBefore: Signers.signedAt - Signers.day,
            notAfter: Signers.signedAt + Signers.day, keyUsage: [.keyCertSign])
        let machine = try office.force(
            papers.unsigned.pdf, by: template.issued(for: .generateP256(), by: signers.root))
        #expect(verify(machine).trusted.code == "certificate-not-for-signing")
    }

    @Test func aTimeToComeIsNotBelieved() throws {
        let ahead = try office.sign(papers.unsigned.pdf, by: signers.secretary, at: now + 301)
        let verdict = verify(ahead)
        #expect(verdict.trusted.code == "signed-in-future" && verdict.trusted.value == .no)
        #expect(verify(ahead, recorded: Signers.signedAt).trusted.isYes)
        #expect(verify(ahead, recorded: now + 301).trusted.code == "signed-in-future")
        let nearly = try office.sign(papers.unsigned.pdf, by: signers.secretary, at: now + 300)
        #expect(verify(nearly).trusted.isYes)
    }

    @Test func extremeTimesDoNoHarm() throws {
        let times = [Int64.min, .min + 1, -1, 0, .max - 1, .max]
        for now in times {
            for recorded in times {
                let verdict = verify(papers.sealed, recorded: recorded, now: now)
                #expect(verdict.intact.isYes && !verdict.trusted.isYes)
                _ = verdict.json
            }
            _ = verify(papers.sealed, now: now).json
        }
        #expect(verify(papers.sealed, now: .max).trusted.isYes)
        #expect(verify(papers.sealed, now: .min).trusted.code == "signed-in-future")
    }

    /// Whoever holds a stolen key can claim any time; the register cannot be told one.
    @Test func aRevocationCountsFromItsTimeUnlessThatIsOnlyClaimed() throws {
        let authority = try TrialAuthority()
        let signer = signers.secretary.certificate
        let after = try authority.list(revoking: signer, at: Signers.signedAt + 100, from: Signers.signedAt + 200)
        #expect(verify(papers.signed, recorded: Signers.signedAt, revoked: [after]).trusted.isYes)
        let claimed = verify(papers.signed, revoked: [after])
        #expect(claimed.trusted.code == "certificate-revoked" && claimed.trusted.value == .no)
        #expect(verify(papers.signed, now: Signers.signedAt + 99, revoked: [after]).trusted.isYes)
        let before = try authority.list(revoking: signer, at: Signers.signedAt - 100, from: Signers.signedAt)
        #expect(
            verify(papers.signed, recorded: Signers.signedAt, revoked: [before]).trusted.code == "certificate-revoked")
        #expect(verify(papers.signed, revoked: [before]).trusted.code == "certificate-revoked")
        let others = try authority.list(revoking: signers.deputy.certificate, from: Signers.signedAt)
        #expect(verify(papers.signed, revoked: [others]).trusted.isYes)
    }

    /// Of two lists the one that has it counts; a stranger's says nothing.
    @Test func listsAddUp() throws {
        let authority = try TrialAuthority()
        let empty = try authority.list(from: Signers.signedAt + 300)
        let full = try authority.list(
            revoking: signers.secretary.certificate, at: Signers.signedAt, from: Signers.signedAt)
        #expect(verify(papers.signed, revoked: [empty]).trusted.isYes)
        #expect(verify(papers.signed, revoked: [empty, full]).trusted.code == "certificate-revoked")
        let stranger = DecisionVerifier(
            anchors: TrustAnchors(signers.stranger.chain), revocationLists: [full])
        let file = try office.sign(papers.unsigned.pdf, by: signers.stranger)
        #expect(stranger.verify(file, now: now).trusted.isYes)
    }
}
