import Decisions
import Foundation
import OpenSSLKit
import Recognition
import SignedPDF
import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

@Suite struct DecisionAuditTests {
    private static let path = "decisions/recognition/2026-12.pdf"

    private let round: TrialRound
    private let signers: Signers
    private let first: DecisionStatement
    private let second: DecisionStatement

    init() throws {
        round = try TrialRound()
        signers = try Signers.shared.get()
        first = try round.statement("cb-01", number: 11)
        second = try round.statement("cb-02", number: 12)
    }

    /// What is wrong, as "file: detail", after the audit of `round`.
    private func faults(
        _ decisions: RecordedDecisions, of report: AuditReport? = nil, anchors: TrustAnchors? = nil,
        revoked lists: [RevocationList] = [], guidance: [UInt8]? = nil
    ) -> [String] {
        var report = report ?? round.report
        let verifier = DecisionVerifier(anchors: anchors ?? signers.anchors, revocationLists: lists)
        _ = DecisionAudit.run(
            decisions, report: &report, guidance: guidance ?? round.profile.bytes, trusting: verifier)
        #expect(report.faults.allSatisfy { $0.check == .decisions })
        return report.faults.map { "\($0.place): \($0.detail)" }
    }

    private func faults(_ documents: [[UInt8]]) throws -> [String] { faults(try RecordedDecisions(documents)) }

    @Test func goodDecisionsHold() throws {
        let papers = try Papers.shared.get()
        var report = round.report
        let decisions = try RecordedDecisions([filed(first), papers.sealed, papers.annulling])
        #expect(
            decisions.files.keys.sorted() == [
                "decisions/annulment/2026-31.pdf", "decisions/recognition/2026-11.pdf",
                "decisions/recognition/2026-12.pdf",
            ])
        let summary = DecisionAudit.run(
            decisions, report: &report, guidance: round.profile.bytes, trusting: signers.verifier)
        #expect(report.faults == [])
        #expect(report.checked[.decisions] == 3)
        #expect(summary.recognitions == 2 && summary.annulments == 1 && summary.trustedSigners == 4)
        #expect(summary.uncheckedSigners == 0 && summary.checkedForms && summary.gaps == [])
        #expect(faults(RecordedDecisions(files: [:])) == [])
    }

    @Test func oneFileMayRecogniseMany() throws {
        var report = round.report
        let summary = DecisionAudit.run(
            try RecordedDecisions([Papers.shared.get().annexed]), report: &report, guidance: round.profile.bytes,
            trusting: signers.verifier)
        #expect(report.faults == [] && report.checked[.decisions] == 2)
        #expect(summary.recognitions == 2 && summary.trustedSigners == 1)
    }

    @Test func whatWasNotCheckedIsSaid() throws {
        var report = round.report
        let decisions = try RecordedDecisions([filed(first), filed(second)])
        let summary = DecisionAudit.run(decisions, report: &report)
        #expect(report.holds)
        #expect(summary.uncheckedSigners == 2 && summary.trustedSigners == 0 && !summary.checkedForms)
        #expect(summary.gaps.count == 2)
    }

    @Test func theWorkedRoundsDecisionFollows() throws {
        let vectors = try RoundVectors.shared.get()
        var report = Audit.run(try vectors.record())
        let before = report.faultCount
        let outcomes = try #require(report.outcomes)
        let manifest = vectors.manifest
        let context = DecisionContext(
            authority: manifest.authority, year: manifest.year, profile: round.profile, guidance: manifest.guidance,
            round: try RoundReference(roundID: manifest.roundID.bytes, boxRoot: vectors.bytes("boxRoot")),
            signer: try Signer(name: Signers.name, position: "Bí thư"))
        let statement = try DecisionStatement.draft(
            for: "cb-02", in: outcomes, context: context, number: DecisionNumber(1, body: "ĐU"),
            date: CalendarDate(parsing: "2026-12-18"))
        let decisions = try RecordedDecisions([filed(statement)])
        let summary = DecisionAudit.run(decisions, report: &report, trusting: signers.verifier)
        #expect(report.faultCount == before)
        #expect(summary.trustedSigners == 1)
    }

    @Test(arguments: [
        "decisions/", "decisions/2026-12.pdf", "decisions/recognition/", "decisions/recognition/.pdf",
        "decisions/recognition/2026-12.txt", "decisions/recognition/2026-12.pdf.bak",
        "decisions/recognition/a/2026-12.pdf", "decisions/recognition/../2026-12.pdf",
        "decisions/recognition/12.pdf", "decisions/other/2026-12.pdf", "decisions/recognition/2026-12.PDF",
        "decisions/recognition/cb-01.json", "decisions/recognition/cb-01.p7s", "decisions/\u{301}",
    ]) func strayFilesAreNamed(_ name: String) {
        #expect(faults(RecordedDecisions(files: [name: [1]])) == ["\(name): not a file of a decision"])
    }

    @Test func otherFoldersAreNotLookedAt() {
        #expect(faults(RecordedDecisions(files: ["manifest.json": [], "Decisions/x": [], "decisions": []])) == [])
    }

    @Test func aFileThatCannotBeReadIsNamed() throws {
        struct TooLarge: Error {}
        let whole = try RecordedDecisions([filed(first), filed(second)]).files
        var contents: [String: Result<[UInt8], any Error>] = whole.mapValues { .success($0) }
        contents["manifest.json"] = .failure(TooLarge())
        contents[Self.path] = .failure(TooLarge())
        let decisions = RecordedDecisions(contents)
        #expect(faults(decisions) == ["\(Self.path): TooLarge()"])
        let path = try #require(DecisionPath(parsing: Self.path))
        #expect(try faults(decisions.replacing(path, with: filed(second))) == [])
    }

    /// File systems keep two spellings of a name apart; here they are one.
    @Test func twoSpellingsOfANameStopNoAudit() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.file("decisions"), withIntermediateDirectories: true)
        for name in ["manifest.json", "decisions/\u{E9}", "decisions/e\u{301}"] {
            try folder.write(Array("{}".utf8), to: name)
        }
        let decisions = RecordedDecisions(in: try ArchivedRecord(path: folder.path))
        #expect(decisions.files.count == 1 && faults(decisions).count == 1)
    }

    @Test func damageIsNamed() throws {
        let good = try filed(second)
        var mutator = Mutator(seed: 3)
        for _ in 0..<200 {
            let mutant = mutator.mutate(good)
            let found = faults(RecordedDecisions(files: [Self.path: mutant]))
            // A signature's own bytes have several spellings, with one meaning.
            if found.isEmpty { #expect(try DecisionDocument(mutant).inspection.isIntact) }
            #expect(found.allSatisfy { $0.hasPrefix("\(Self.path): ") })
        }
        for bytes in [[], Array("{}".utf8), Array(good.dropLast()), good + [0x0A]] {
            #expect(faults(RecordedDecisions(files: [Self.path: bytes])).count == 1)
        }
    }

    @Test func whatIsNotSignedIsNamed() throws {
        let papers = try Papers.shared.get()
        #expect(
            try faults([papers.unsigned.pdf]) == ["\(Self.path): The file still waits for a signature."])
    }

    @Test func signaturesMustFit() throws {
        let (one, other) = try (filed(second), filed(first))
        let signature = try #require(DecisionDocument(one).inspection.signatures.first)
        let foreign = try #require(DecisionDocument(other).inspection.signatures.first).contents
        #expect(
            try faults([one.replacing(signature, with: foreign)])
                == ["\(Self.path): The content is not what was signed."])
    }

    @Test func signersMustBeTrusted() throws {
        let decisions = try RecordedDecisions([
            Forgery(first.json).signed(by: signers.stranger), Forgery(second.json).signed(by: signers.expired),
        ])
        let found = faults(decisions)
        #expect(found.count == 2 && found.allSatisfy { $0.contains("is not to be trusted") })
        #expect(found[0].hasPrefix("decisions/recognition/2026-11.pdf: ") && found[1].contains("had expired"))
        #expect(faults(decisions, anchors: TrustAnchors([])) == [])
        var report = round.report
        let summary = DecisionAudit.run(decisions, report: &report, trusting: signers.verifier)
        #expect(summary.untrustedSigners == 2 && summary.faults == 2)
    }

    @Test func whoseCertificateWasRevokedIsNotTrusted() throws {
        let (authority, decisions) = (try TrialAuthority(), try RecordedDecisions([filed(second)]))
        let (signer, other) = (signers.secretary.certificate, signers.deputy.certificate)
        // The time of signing is the revoked key's own word: revoked later is no better, where nobody stamped it.
        for (revoked, offset, isTrusted) in [(signer, Int64(-1), false), (signer, 1, false), (other, -1, true)] {
            let time = Signers.signedAt + offset
            let found = faults(decisions, revoked: [try authority.list(revoking: revoked, at: time, from: time)])
            #expect(found.isEmpty == isTrusted, "\(found)")
            if !isTrusted { #expect(found.count == 1 && found[0].contains("revoked")) }
        }
    }

    @Test func everySignerMustBeTrusted() throws {
        let papers = try Papers.shared.get()
        let file = try Office.shared.get().sign(papers.signed, as: .bodySeal, by: signers.strangersSeal)
        var report = round.report
        let summary = DecisionAudit.run(try RecordedDecisions([file]), report: &report, trusting: signers.verifier)
        #expect(summary.trustedSigners == 1 && summary.untrustedSigners == 1 && report.faultCount == 1)
    }

    @Test func aUnitThatFailedIsNotRecognised() throws {
        let failing = try TrialRound(votes: [3, 3, 3, 3, 3, 1, 3, 3])
        let claimed = try Forgery(second.json.replacing("round", with: failing.reference.json)).signed()
        let found = faults(try RecordedDecisions([claimed]), of: failing.report)
        #expect(found.contains { $0.contains("was not recognised") })
        #expect(found.contains { $0.contains("tally: not the one recomputed") })
    }

    @Test func namesOfFilesAreTheDecisions() throws {
        let file = try filed(second)
        for place in ["recognition/2026-11", "recognition/2025-12", "annulment/2026-12"] {
            let name = "decisions/\(place).pdf"
            #expect(
                faults(RecordedDecisions(files: [name: file])) == ["\(name): is decision 12-QĐ/ĐU of 2026-12-18"])
            // Twice the same decision, once under a name that is not its own.
            #expect(
                faults(RecordedDecisions(files: [name: file, Self.path: file]))
                    == ["\(name): is decision 12-QĐ/ĐU of 2026-12-18"])
        }
    }

    @Test func noNumberStandsTwiceInAYear() throws {
        let recognitions = try [filed(first), filed(second)]
        let annulment = try round.annulment(of: ExactDecision(second), number: 11)
        #expect(
            try faults(recognitions + [filed(annulment)]) == [
                "decisions/annulment/2026-11.pdf: the number 11-QĐ/ĐU stands twice"
            ])
        let later = try Forgery(annulment.json.replacing("date", with: "2027-01-05")).signed()
        #expect(try faults(recognitions + [later]) == [])
    }

    @Test func noUnitIsRecognisedTwice() throws {
        let again = try filed(round.statement("cb-02", number: 14))
        #expect(
            try faults([filed(second), again]) == [
                "decisions/recognition/2026-14.pdf: recognises the unit cb-02 again"
            ])
        let both = try Papers.shared.get().annexed
        #expect(
            try faults([filed(second), both]) == [
                "decisions/recognition/2026-13.pdf: recognises the unit cb-02 again"
            ])
    }

    @Test func noDecisionIsAnnulledTwice() throws {
        let annulments = try [31, 32].map { try filed(round.annulment(of: ExactDecision(second), number: $0)) }
        #expect(
            try faults([filed(second)] + annulments) == ["decisions/annulment/2026-32.pdf: annuls what is annulled"])
    }

    @Test func anotherRoundsDecisionDoesNotFollow() throws {
        let other = try TrialRound(votes: [3, 3, 3, 3, 3, 3, 3, 3])
        var report = other.report
        report.seal = Seal(
            Seal.Parts(
                boxRoot: Hash.digest([9]), attendanceHash: Hash.digest([2]), rollHash: Hash.digest([3])),
            of: other.manifest)
        let found = faults(try RecordedDecisions([filed(first)]), of: report)
        #expect(found.contains { $0.contains("boxRoot: not the one in the seal") })
        #expect(found.contains { $0.contains("tally: not the one recomputed") })
    }

    @Test func withoutARoundNothingFollows() throws {
        let decisions = try RecordedDecisions([filed(second)])
        #expect(faults(decisions, of: AuditReport()).count == 1)
        #expect(faults(RecordedDecisions(files: [:]), of: AuditReport()) == [])
        var unsealed = AuditReport()
        unsealed.manifest = round.manifest
        #expect(
            faults(decisions, of: unsealed) == [
                "\(Self.path): boxRoot: there is no seal to compare it with",
                "\(Self.path): the outcomes could not be recomputed",
            ])
    }

    @Test func anotherGuidanceIsNotTaken() throws {
        let other = try #require(try GuidanceProfile.bundled("go-vap-554-cv-qu")).bytes
        for guidance in [other, [], round.profile.bytes + [0x0A]] {
            let found = faults(try RecordedDecisions([filed(first)]), guidance: guidance)
            #expect(found == ["guidance.json: not the guidance profile of the manifest"])
        }
    }
}
