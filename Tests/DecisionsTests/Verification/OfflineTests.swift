import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding
import Testing

/// Verification with nothing but a list of annulled decisions.
@Suite struct OfflineTests {
    static let issuer = "phieukin.example"

    let decision: SignedDecision
    let annulment: Annulment
    let signers: Signers
    let logKey: NoteSigner
    let issuedAt = Signers.signedAt + Signers.day

    init() throws {
        let round = try TrialRound()
        decision = try signed(round.statement())
        annulment = try Annulment(signed(round.annulment(of: decision)), at: Signers.signedAt + 100)
        signers = try Signers.shared.get()
        logKey = try #require(NoteSigner(name: Self.issuer, seed: [UInt8](repeating: 7, count: 32)))
    }

    private func note(annulled: Bool, at time: Int64? = nil, by key: NoteSigner? = nil) throws -> [UInt8] {
        let entry = AnnulledEntry(
            try AnnulledDecision(number: decision.statement.number, digest: decision.digest), annulment)
        let time = time ?? issuedAt
        return try AnnulledList(
            issuer: Self.issuer, issuedAt: time, expiresAt: time + Signers.day, entries: annulled ? [entry] : []
        ).signed(by: key ?? logKey)
    }

    private func verify(
        _ note: [UInt8], of signed: SignedDecision? = nil, anchors: TrustAnchors? = nil, now: Int64? = nil
    ) -> DecisionVerdict {
        let signed = signed ?? decision
        return DecisionVerifier(anchors: anchors ?? signers.anchors).verify(
            signed.bytes, signature: signed.signature,
            list: ListKnowledge(note: note, issuer: Self.issuer, logKey: logKey.publicKey), now: now ?? issuedAt + 60)
    }

    @Test func silenceOfAFreshListIsInForceAsOfIt() throws {
        let verdict = try verify(note(annulled: false))
        #expect(verdict.answers.map(\.value) == [.yes, .yes, .unknown, .yes])
        #expect(verdict.inForce.code == "in-force-as-of-list")
        #expect(verdict.inForce.reason.english.contains("2026-12-19"))
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
        let register = RegisterKnowledge.known(RegisteredDecision(digest: decision.digest, issuedAt: Signers.signedAt))
        let verdict = DecisionVerifier(anchors: signers.anchors).verify(
            decision.bytes, signature: decision.signature, register: register, list: list, now: issuedAt)
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
        let forged = try signed(decision.statement, by: signers.stranger)
        #expect(verify(note, of: forged).inForce.code == "signer-not-trusted")
        #expect(verify(note, anchors: TrustAnchors([])).inForce.value == .unknown)
        let respelled = DecisionVerifier(anchors: signers.anchors).verify(
            decision.statement.json.encoded(), signature: decision.signature,
            list: ListKnowledge(note: note, issuer: Self.issuer, logKey: logKey.publicKey), now: issuedAt)
        #expect(respelled.inForce.code == "not-intact" && respelled.inForce.value == .unknown)
    }
}
