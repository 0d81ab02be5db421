import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding
import Testing

/// Verification with nothing but a list of annulled decisions.
@Suite struct OfflineTests {
    static let issuer = "phieukin.example"

    private let papers: Papers
    private let annulment: Annulment
    private let signers: Signers
    private let logKey: NoteSigner
    private let issuedAt = Signers.signedAt + Signers.day

    init() throws {
        papers = try Papers.shared.get()
        annulment = try Annulment(papers.annulment, at: Signers.signedAt + 100)
        signers = try Signers.shared.get()
        logKey = try #require(NoteSigner(name: Self.issuer, seed: [UInt8](repeating: 7, count: 32)))
    }

    private func note(annulled: Bool, at time: Int64? = nil, by key: NoteSigner? = nil) throws -> [UInt8] {
        let entry = AnnulledEntry(
            try AnnulledDecision(number: papers.decision.statement.number, digest: papers.decision.digest), annulment)
        let time = time ?? issuedAt
        return try AnnulledList(
            issuer: Self.issuer, issuedAt: time, expiresAt: time + Signers.day, entries: annulled ? [entry] : []
        ).signed(by: key ?? logKey)
    }

    private func verify(
        _ note: [UInt8], of file: [UInt8]? = nil, anchors: TrustAnchors? = nil, now: Int64? = nil
    ) -> DecisionVerdict {
        DecisionVerifier(anchors: anchors ?? signers.anchors).verify(
            file ?? papers.signed, list: ListKnowledge(note: note, issuer: Self.issuer, logKey: logKey.publicKey),
            now: now ?? issuedAt + 60)
    }

    @Test func silenceOfAFreshListIsInForceAsOfIt() throws {
        let verdict = try verify(note(annulled: false))
        #expect(verdict.answers.map(\.value) == [.yes, .yes, .unknown, .yes])
        #expect(verdict.inForce.code == "in-force-as-of-list")
        #expect(verdict.inForce.reason.english.contains("19 December 2026"))
        // It was not found in a register, and so is not said to be valid.
        #expect(verdict.summary == .unknown)
    }

    @Test func aNamedDecisionIsAnnulledForGood() throws {
        for now in [issuedAt, issuedAt + 10 * Signers.day, 0] {
            let verdict = try verify(note(annulled: true), now: now)
            #expect(verdict.inForce.code == "annulled" && verdict.inForce.value == .no)
            #expect(verdict.annulment == annulment)
            #expect(verdict.summary == .notValid)
        }
        let alone = try verify(note(annulled: true), anchors: TrustAnchors([]))
        #expect(alone.inForce.code == "annulled")
    }

    @Test func aListThatNamesItOutweighsARegisterThatDoesNot() throws {
        let list = try ListKnowledge(note: note(annulled: true), issuer: Self.issuer, logKey: logKey.publicKey)
        let verdict = DecisionVerifier(anchors: signers.anchors).verify(
            papers.signed, register: papers.register(), list: list, now: issuedAt)
        #expect(verdict.answers.map(\.value) == [.yes, .yes, .yes, .no])
    }

    @Test func silenceHasItsTime() throws {
        let note = try note(annulled: false)
        #expect(verify(note, now: issuedAt + Signers.day - 1).inForce.isYes)
        #expect(verify(note, now: issuedAt + Signers.day).inForce.code == "list-expired")
        #expect(verify(note, now: issuedAt - 300).inForce.isYes)
        #expect(verify(note, now: issuedAt - 301).inForce.code == "list-not-yet-issued")
        let stale = try self.note(annulled: false, at: Signers.signedAt - 1)
        #expect(verify(stale, now: Signers.signedAt).inForce.code == "list-older-than-decision")
        let exact = try self.note(annulled: false, at: Signers.signedAt)
        #expect(verify(exact, now: Signers.signedAt).inForce.isYes)
        for unknown in [verify(note, now: issuedAt + Signers.day), verify(stale, now: Signers.signedAt)] {
            #expect(unknown.inForce.value == .unknown)
        }
    }

    @Test func aForgedListSaysNothing() throws {
        let other = try #require(NoteSigner(name: Self.issuer, seed: [UInt8](repeating: 8, count: 32)))
        for annulled in [true, false] {
            let verdict = try verify(note(annulled: annulled, by: other))
            #expect(verdict.inForce.code == "list-not-signed" && verdict.inForce.value == .unknown)
            #expect(verdict.annulment == nil)
        }
        #expect(verify([]).inForce.value == .unknown)
    }

    @Test func silenceAboutWhatWasNeverDecidedSaysNothing() throws {
        let note = try note(annulled: false)
        let forged = try Office.shared.get().sign(papers.unsigned.pdf, by: signers.stranger)
        #expect(verify(note, of: forged).inForce.code == "signer-not-trusted")
        #expect(verify(note, anchors: TrustAnchors([])).inForce.value == .unknown)
        for file in [papers.signed + [0x0A], papers.unsigned.pdf, []] {
            let verdict = verify(note, of: file)
            #expect(verdict.inForce.code == "not-intact" && verdict.inForce.value == .unknown)
        }
    }

    /// Each unit of a paper is asked about by its own digest.
    @Test func aListNamesOneUnitOfSeveral() throws {
        let named = AnnulledEntry(
            try AnnulledDecision(number: papers.both[1].statement.number, digest: papers.both[1].digest), annulment)
        let list = try AnnulledList(
            issuer: Self.issuer, issuedAt: issuedAt, expiresAt: issuedAt + Signers.day, entries: [named])
        let verdict = try verify(list.signed(by: logKey), of: papers.annexed)
        #expect(verdict.decisions.map(\.inForce.code) == ["in-force-as-of-list", "annulled"])
        #expect(verdict.inForce.code == "annulled" && verdict.summary == .notValid)
    }

    @Test func aSealedFileIsAskedAboutByItsFirstSignature() throws {
        let list = try note(annulled: false, at: Signers.signedAt)
        #expect(verify(list, of: papers.sealed, now: Signers.signedAt + 60).inForce.isYes)
    }
}
