import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import SignedPDF
import StrictEncoding
import Testing

@Suite struct DecisionVerifierTests {
    private let papers: Papers
    private let signers: Signers
    private let verifier: DecisionVerifier
    private let now = Signers.signedAt + Signers.day

    init() throws {
        papers = try Papers.shared.get()
        signers = try Signers.shared.get()
        verifier = DecisionVerifier(anchors: signers.anchors)
    }

    private func verify(
        _ file: [UInt8]? = nil, register: RegisterKnowledge? = nil, by verifier: DecisionVerifier? = nil
    ) -> DecisionVerdict {
        (verifier ?? self.verifier).verify(
            file ?? papers.signed, register: register ?? papers.register(), now: now)
    }

    @Test func aGoodDecisionIsValid() throws {
        let verdict = verify()
        #expect(verdict.answers.map(\.code) == ["intact", "trusted", "recorded", "in-force"])
        #expect(verdict.summary == .valid)
        #expect(verdict.text == papers.unsigned.text)
        #expect(verdict.decisions.map(\.digest) == [papers.decision.digest])
        let signature = try #require(verdict.signatures.first)
        #expect(verdict.signatures.count == 1 && signature.signer == SignerCertificate(signers.secretary.certificate))
        #expect(signature.moment == .recorded(Signers.signedAt) && signature.level == .baselineB)
        #expect(verdict.annulment == nil)
        #expect(verdict.trusted.reason.vietnamese.contains("Lò Văn Thắng"))
        #expect(verdict.trusted.reason.vietnamese.contains("theo sổ đăng ký"))
    }

    /// The register knows the file as it was signed, and may know it sealed; either is the same decision.
    @Test func aSealedDecisionIsValidAsIsTheOneBefore() throws {
        for (file, document) in [(papers.sealed, papers.signed), (papers.signed, papers.sealed)] {
            let verdict = verify(file, register: papers.register(document: document))
            #expect(verdict.summary == .valid, "\(verdict.answers.map(\.code))")
        }
        let sealed = verify(papers.sealed)
        #expect(
            sealed.signatures.map(\.signer)
                == [signers.secretary, signers.seal].map { SignerCertificate($0.certificate) })
        #expect(sealed.signatures.map(\.moment) == [.recorded(Signers.signedAt), .claimed(Signers.signedAt + 60)])
    }

    @Test func notFindingOutIsUnknown() throws {
        let nobody = DecisionVerifier(anchors: TrustAnchors([]))
        let alone = nobody.verify(papers.signed, now: now)
        #expect(alone.answers.map(\.value) == [.yes, .unknown, .unknown, .unknown])
        #expect(
            alone.answers.map(\.code) == ["intact", "no-anchors", "register-not-consulted", "register-not-consulted"])
        #expect(alone.summary == .unknown)
        #expect(alone.signatures.map(\.moment) == [.claimed(Signers.signedAt)])
        #expect(verify(by: nobody).summary == .unknown)
        #expect(verify(register: .notConsulted).summary == .unknown)
    }

    @Test func whatTheRegisterDoesNotKnowIsNotValid() throws {
        let other = RegisteredDecision(
            digest: Hash.digest([1]), issuedAt: Signers.signedAt, document: papers.signed)
        for register in [RegisterKnowledge.consulted([]), .consulted([other])] {
            let unknown = verify(register: register)
            #expect(unknown.recorded.code == "not-recorded" && unknown.recorded.value == .no)
            #expect(unknown.inForce.code == "not-recorded" && unknown.inForce.value == .unknown)
            #expect(unknown.signatures.map(\.moment) == [.claimed(Signers.signedAt)])
            #expect(unknown.summary == .notValid)
        }
    }

    @Test func aDecisionInAnotherFileIsRecordedOtherwise() throws {
        for document in [papers.unsigned.pdf, papers.annexed, [], Array(papers.signed.dropLast())] {
            let verdict = verify(register: papers.register(document: document))
            #expect(verdict.answers.map(\.code) == ["intact", "trusted", "recorded-otherwise", "not-recorded"])
            #expect(verdict.signatures.map(\.moment) == [.claimed(Signers.signedAt)])
            #expect(verdict.summary == .notValid)
        }
    }

    @Test func anAnnulledDecisionSaysWhenWhyAndByWhich() throws {
        let annulment = try Annulment(papers.annulment, at: now - 10)
        let verdict = verify(register: papers.register(annulment))
        #expect(verdict.answers.map(\.value) == [.yes, .yes, .yes, .no])
        #expect(verdict.summary == .notValid)
        #expect(verdict.annulment == annulment)
        #expect(verdict.inForce.code == "annulled")
        for part in ["31-QĐ/ĐU", papers.annulment.statement.reason] {
            #expect(verdict.inForce.reason.vietnamese.contains(part))
            #expect(verdict.inForce.reason.english.contains(part))
        }
        #expect(verdict.inForce.reason.vietnamese.contains("14:46:30, 19/12/2026 (UTC+7)"))
        #expect(verdict.inForce.reason.english.contains("19 December 2026, 14:46:30 (UTC+7)"))
        // Another decision's annulment in the register is not this one's.
        let other = RegisteredDecision(
            digest: Hash.digest([1]), issuedAt: 0, document: papers.signed, annulment: annulment)
        #expect(verify(register: .consulted([other])).annulment == nil)
    }

    @Test func annulmentsAreDecisionsToo() throws {
        let known = RegisteredDecision(
            digest: papers.annulment.digest, issuedAt: Signers.signedAt, document: papers.annulling)
        let verdict = verify(papers.annulling, register: .consulted([known]))
        #expect(verdict.summary == .valid)
        #expect(verdict.text == .annulment(papers.annulment))
        #expect(verify(papers.annulling).recorded.code == "not-recorded")
    }

    @Test func eachUnitOfAPaperHasItsAnswers() throws {
        let annulment = try Annulment(papers.annulment, at: now - 10)
        func known(_ place: Int, _ annulment: Annulment? = nil, in file: [UInt8]? = nil) -> RegisteredDecision {
            RegisteredDecision(
                digest: papers.both[place].digest, issuedAt: Signers.signedAt, document: file ?? papers.annexed,
                annulment: annulment)
        }
        #expect(verify(papers.annexed, register: .consulted([known(0), known(1)])).summary == .valid)
        let half = verify(papers.annexed, register: .consulted([known(1)]))
        #expect(half.decisions.map(\.recorded.value) == [.no, .yes])
        #expect(half.decisions.map(\.inForce.value) == [.unknown, .yes])
        #expect(half.recorded.code == "not-recorded" && half.summary == .notValid)
        #expect(half.inForce.code == "not-recorded" && half.inForce.value == .unknown)
        for known in [[known(0, in: papers.signed), known(1)], [known(1), known(0, in: papers.signed)]] {
            let split = verify(papers.annexed, register: .consulted(known))
            #expect(split.decisions.map(\.recorded.code) == ["recorded-otherwise", "recorded"])
        }
        let ended = verify(papers.annexed, register: .consulted([known(0), known(1, annulment)]))
        #expect(ended.decisions.map(\.inForce.code) == ["in-force", "annulled"])
        #expect(ended.inForce.code == "annulled" && ended.annulment == annulment && ended.summary == .notValid)
    }

    @Test func strangersOfTheSameNameAreNotTrusted() throws {
        let forged = try Office.shared.get().sign(papers.unsigned.pdf, by: signers.stranger)
        let verdict = verify(forged, register: papers.register(document: forged))
        #expect(verdict.answers.map(\.value) == [.yes, .no, .yes, .yes])
        #expect(verdict.trusted.code == "certificate-unknown-issuer")
        #expect(verdict.summary == .notValid)
    }

    @Test func theChainTravelsWithTheSignature() throws {
        let file = try Office.shared.get().sign(papers.unsigned.pdf, by: signers.branch)
        let verdict = verify(file, register: papers.register(document: file))
        #expect(
            verdict.summary == .valid
                && verdict.signatures.map(\.signer) == [SignerCertificate(signers.branch.certificate)])
    }

    /// One signature that is not trusted is not made good by another that is.
    @Test func everySignerMustBeTrusted() throws {
        let office = try Office.shared.get()
        let sealed = try office.sign(papers.signed, as: .bodySeal, by: signers.strangersSeal)
        let verdict = verify(sealed)
        #expect(verdict.answers.map(\.value) == [.yes, .no, .yes, .yes])
        #expect(verdict.signatures.map(\.trusted.value) == [.yes, .no])
        let other = try office.sign(
            office.sign(papers.unsigned.pdf, by: signers.stranger), as: .bodySeal, by: signers.seal)
        #expect(verify(other).signatures.map(\.trusted.value) == [.no, .yes])
        #expect(verify(other).recorded.code == "recorded-otherwise")
    }

    @Test func signedNonsenseIsNotIntact() throws {
        let json = papers.decision.statement.json
        for bytes in [json.encoded(), Array("{}".utf8), [], [UInt8](repeating: 0x20, count: 70_000)] {
            let file = try Forgery([Forgery.attachment("quyet-dinh-cb-02.json", bytes)]).signed()
            let known = RegisteredDecision(digest: Hash.digest(bytes), issuedAt: now, document: file)
            let verdict = verify(file, register: .consulted([known]))
            #expect(verdict.answers.map(\.code) == ["statement-malformed", "no-signer", "not-recorded", "not-intact"])
            #expect(verdict.summary == .notValid && verdict.text == nil)
        }
    }

    @Test func verdictsAreDocuments() throws {
        let annulment = try Annulment(papers.annulment, at: now)
        let names = [
            "summary", "text", "intact", "trusted", "recorded", "inForce", "isSealed", "signatures", "timestamps",
            "decisions",
        ]
        let verdict = verify(papers.sealed, register: papers.register(annulment))
        let reader = try JSONReader(parsing: verdict.json.encoded(), as: "verdict", limit: 1 << 20)
            .object(names + ["kind"])
        #expect(try reader.member("summary").string() == "not-valid")
        #expect(try reader.member("kind").string() == "recognition")
        let answer = try reader.member("inForce").object(["answer", "code", "reason"])
        #expect(try answer.member("answer").string() == "no")
        for (place, signature) in try reader.member("signatures").array().enumerated() {
            let object = try signature.object(["signer", "weight", "weightText", "trusted", "signedAt", "level"])
            #expect(try object.member("level").string() == "B-B")
            let moment = try object.member("signedAt").object(["time", "source"])
            #expect(try moment.member("source").string() == ["register", "claimed"][place])
            _ = try object.member("signer").object(["subject", "issuer", "serial", "sha256"])
        }
        let decision = try reader.member("decisions").array()[0]
            .object(["digest", "statement", "recorded", "inForce", "annulment"])
        #expect(try decision.member("statement").value == papers.decision.statement.json)
        #expect(try decision.member("annulment").value == annulment.json)
        let bare = try JSONReader(verifier.verify([], now: now).json, at: "verdict").object(names)
        #expect(try bare.member("signatures").array().isEmpty && bare.member("decisions").array().isEmpty)
    }
}
