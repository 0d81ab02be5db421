import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding
import Testing

@Suite struct DecisionVerifierTests {
    let decision: SignedDecision
    let signers: Signers
    let verifier: DecisionVerifier
    let now = Signers.signedAt + Signers.day

    init() throws {
        decision = try signed(TrialRound().statement())
        signers = try Signers.shared.get()
        verifier = DecisionVerifier(anchors: signers.anchors)
    }

    private func registered(_ annulment: Annulment? = nil, at time: Int64 = Signers.signedAt) -> RegisterKnowledge {
        .known(RegisteredDecision(digest: decision.digest, issuedAt: time, annulment: annulment))
    }

    private func verify(
        _ bytes: [UInt8]? = nil, signature: [UInt8]? = nil, register: RegisterKnowledge? = nil,
        by verifier: DecisionVerifier? = nil
    ) -> DecisionVerdict {
        (verifier ?? self.verifier).verify(
            bytes ?? decision.bytes, signature: signature ?? decision.signature, register: register ?? registered(),
            now: now)
    }

    @Test func aGoodDecisionIsValid() throws {
        let verdict = verify()
        #expect(verdict.answers.map(\.code) == ["intact", "trusted", "recorded", "in-force"])
        #expect(verdict.summary == .valid)
        #expect(verdict.statement == decision.statement)
        #expect(verdict.digest == decision.digest)
        #expect(verdict.signer == signers.secretary.certificate)
        #expect(verdict.moment == .recorded(Signers.signedAt))
        #expect(verdict.annulment == nil)
        #expect(verdict.trusted.reason.vietnamese.contains("Lò Văn Thắng"))
        #expect(verdict.trusted.reason.vietnamese.contains("theo sổ đăng ký"))
    }

    @Test func notFindingOutIsUnknown() throws {
        let alone = DecisionVerifier(anchors: TrustAnchors([])).verify(
            decision.bytes, signature: decision.signature, now: now)
        #expect(alone.answers.map(\.value) == [.yes, .unknown, .unknown, .unknown])
        #expect(
            alone.answers.map(\.code) == ["intact", "no-anchors", "register-not-consulted", "register-not-consulted"])
        #expect(alone.summary == .unknown)
        #expect(alone.moment == .claimed(Signers.signedAt))
        #expect(verify(by: DecisionVerifier(anchors: TrustAnchors([]))).summary == .unknown)
        #expect(verify(register: .notConsulted).summary == .unknown)
    }

    @Test func whatTheRegisterDoesNotKnowIsNotValid() throws {
        let unknown = verify(register: .notKnown)
        #expect(unknown.recorded.code == "not-recorded" && unknown.recorded.value == .no)
        #expect(unknown.inForce.code == "not-recorded" && unknown.inForce.value == .unknown)
        let other = RegisteredDecision(digest: Hash.digest([1]), issuedAt: Signers.signedAt)
        let otherwise = verify(register: .known(other))
        #expect(otherwise.recorded.code == "recorded-otherwise" && otherwise.recorded.value == .no)
        #expect(otherwise.inForce.value == .unknown)
        #expect(otherwise.moment == .claimed(Signers.signedAt))
        #expect([unknown.summary, otherwise.summary] == [.notValid, .notValid])
    }

    @Test func anAnnulledDecisionSaysWhenWhyAndByWhich() throws {
        let annulling = try signed(TrialRound().annulment(of: decision))
        let annulment = try Annulment(annulling, at: now - 10)
        let verdict = verify(register: registered(annulment))
        #expect(verdict.answers.map(\.value) == [.yes, .yes, .yes, .no])
        #expect(verdict.summary == .notValid)
        #expect(verdict.annulment == annulment)
        #expect(verdict.inForce.code == "annulled")
        for part in ["31-QĐ/ĐU", annulling.statement.reason, "2026-12-19"] {
            #expect(verdict.inForce.reason.vietnamese.contains(part))
            #expect(verdict.inForce.reason.english.contains(part))
        }
        // Another decision's annulment in the register is not this one's.
        let other = RegisteredDecision(digest: Hash.digest([1]), issuedAt: 0, annulment: annulment)
        #expect(verify(register: .known(other)).annulment == nil)
    }

    @Test func otherBytesAreNotIntact() throws {
        let respaced = decision.statement.json.encoded()
        let raised = decision.statement.json.replacing("tally.0.first", with: 2).encoded(indented: true)
        for bytes in [respaced, raised, decision.bytes + [0x0A], decision.bytes.dropLast(), []] {
            let verdict = verify(bytes)
            #expect(verdict.intact.code == "content-changed")
            #expect(verdict.recorded.value == .no)
            #expect(verdict.inForce.value == .unknown)
            #expect(verdict.statement == nil)
            #expect(verdict.summary == .notValid)
        }
    }

    @Test func signedNonsenseIsNotIntact() throws {
        let annulment = try TrialRound().annulment(of: decision)
        let large = [UInt8](repeating: 0x20, count: DecisionStatement.maximumSize + 1)
        for bytes in [decision.statement.json.encoded(), annulment.encoded, Array("{}".utf8), [], large] {
            let der = try DetachedSignature.sign(content: bytes, by: signers.secretary, at: Signers.signedAt)
            let register = RegisterKnowledge.known(RegisteredDecision(digest: Hash.digest(bytes), issuedAt: now))
            let verdict = verify(bytes, signature: der, register: register)
            #expect(verdict.intact.code == "statement-malformed")
            #expect(verdict.trusted.isYes)
            #expect(verdict.inForce.code == "not-intact" && verdict.inForce.value == .unknown)
        }
    }

    @Test func anotherDecisionsSignatureDoesNotFit() throws {
        let other = try signed(TrialRound().statement("cb-01", number: 11))
        let verdict = verify(signature: other.signature)
        #expect(verdict.intact.code == "content-changed")
        #expect(verdict.trusted.isYes)
        #expect(verdict.summary == .notValid)
    }

    @Test func noSignatureNoSigner() throws {
        for der in [[], [0x30], Array("chữ ký".utf8), [UInt8](repeating: 0x30, count: 1 << 19)] {
            let verdict = verify(signature: der)
            #expect(verdict.intact.code == "signature-refused")
            #expect(verdict.trusted.code == "no-signer")
            #expect(verdict.trusted.value == .unknown)
            #expect(verdict.signer == nil)
        }
    }

    @Test func aBrokenSignatureIsNobodys() throws {
        // The last byte is the signature's own, the end of s.
        let broken = decision.signature.dropLast() + [decision.signature[decision.signature.count - 1] ^ 1]
        let verdict = verify(signature: Array(broken))
        #expect(verdict.intact.code == "signature-invalid")
        #expect(verdict.trusted.code == "no-signer" && verdict.trusted.value == .unknown)
        #expect(verdict.signer == nil)
    }

    @Test func strangersOfTheSameNameAreNotTrusted() throws {
        let forged = try signed(decision.statement, by: signers.stranger)
        let verdict = verify(signature: forged.signature)
        #expect(verdict.answers.map(\.value) == [.yes, .no, .yes, .yes])
        #expect(verdict.trusted.code == "certificate-unknown-issuer")
        #expect(verdict.summary == .notValid)
    }

    @Test func theTimeOfSigningDecides() throws {
        // Signed within the validity, verified long after it.
        let late = try signed(decision.statement, by: signers.ending)
        #expect(verify(signature: late.signature).trusted.isYes)
        #expect(verify(signature: late.signature, register: .notConsulted).trusted.isYes)
        // The register knows better than the signature what time it was.
        let after = registered(at: signers.ending.certificate.notAfter)
        let verdict = verify(signature: late.signature, register: after)
        #expect(verdict.trusted.code == "certificate-expired")
        #expect(verdict.trusted.reason.english.contains("by the register"))
        let expired: SignedDecision = try forced(decision.bytes, by: signers.expired)
        #expect(verify(signature: expired.signature).trusted.code == "certificate-expired")
        let claimed = verify(signature: expired.signature, register: .notConsulted)
        #expect(claimed.trusted.reason.english.contains("as the signature claims"))
        let early: SignedDecision = try forced(decision.bytes, at: 0)
        #expect(verify(signature: early.signature, register: .notKnown).trusted.code == "certificate-not-yet-valid")
    }

    @Test func aTimeToComeIsNotBelieved() throws {
        let ahead = try signed(decision.statement, at: now + 301)
        let verdict = verify(signature: ahead.signature, register: .notConsulted)
        #expect(verdict.trusted.code == "signed-in-future" && verdict.trusted.value == .no)
        #expect(verify(signature: ahead.signature).trusted.isYes)
        let nearly = try signed(decision.statement, at: now + 300)
        #expect(verify(signature: nearly.signature, register: .notConsulted).trusted.isYes)
    }

    @Test func extremeTimesDoNoHarm() throws {
        for time in [Int64.min, -1, 0, Int64.max] {
            let known = RegisterKnowledge.known(RegisteredDecision(digest: decision.digest, issuedAt: time))
            let verdict = verifier.verify(decision.bytes, signature: decision.signature, register: known, now: time)
            #expect(verdict.intact.isYes)
            #expect(!verdict.trusted.isYes)
            _ = verifier.verify(decision.bytes, signature: decision.signature, now: time).json
        }
    }

    @Test func mutantsNeitherPassNorCrash() throws {
        var mutator = Mutator(seed: 2)
        for _ in 0..<300 {
            let verdict = verify(mutator.mutate(decision.bytes))
            #expect(verdict.intact.value == .no)
            #expect(verdict.summary == .notValid)
        }
        for _ in 0..<300 {
            let verdict = verify(signature: mutator.mutate(decision.signature))
            // The authorities' certificates travel unsigned; everything else is bound.
            guard verdict.intact.isYes else { continue }
            #expect(verdict.signer == signers.secretary.certificate)
        }
    }

    @Test func verdictsAreDocuments() throws {
        let annulment = try Annulment(signed(TrialRound().annulment(of: decision)), at: now)
        let verdict = verify(register: registered(annulment))
        let reader = try JSONReader(parsing: verdict.json.encoded(), as: "verdict", limit: 1 << 20).object(
            [
                "summary", "text", "intact", "trusted", "recorded", "inForce", "digest", "signer", "signedAt",
                "annulment", "decision",
            ])
        #expect(try reader.member("summary").string() == "not-valid")
        let answer = try reader.member("inForce").object(["answer", "code", "reason"])
        #expect(try answer.member("answer").string() == "no")
        #expect(try reader.member("decision").value == decision.statement.json)
        #expect(try reader.member("annulment").object(["annulledAt", "by", "annulment", "reason"]).members.count == 4)
        let bare = verifier.verify([], signature: [], now: now).json
        _ = try JSONReader(bare, at: "verdict").object(
            ["summary", "text", "intact", "trusted", "recorded", "inForce", "digest"])
    }
}
