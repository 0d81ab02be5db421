import Decisions
import OpenSSLKit
import Recognition
import StrictEncoding
import Testing

@testable import SecretBallot

@Suite struct DecisionAuditTests {
    let round: TrialRound
    let signers: Signers
    let first: SignedDecision
    let second: SignedDecision

    init() throws {
        round = try TrialRound()
        signers = try Signers.shared.get()
        first = try signed(round.statement("cb-01", number: 11))
        second = try signed(round.statement("cb-02", number: 12))
    }

    /// What is wrong, as "file: detail", after the audit of `round`.
    private func faults(
        _ decisions: RecordedDecisions, of report: AuditReport? = nil, anchors: TrustAnchors? = nil,
        guidance: [UInt8]? = nil
    ) -> [String] {
        var report = report ?? round.report
        _ = DecisionAudit.run(
            decisions, report: &report, guidance: guidance ?? round.profile.bytes, anchors: anchors ?? signers.anchors)
        #expect(report.faults.allSatisfy { $0.check == .decisions })
        return report.faults.map { "\($0.place): \($0.detail)" }
    }

    private func faults(_ recognitions: [SignedDecision], _ annulments: [SignedAnnulment] = []) -> [String] {
        faults(RecordedDecisions(recognitions: recognitions, annulments: annulments))
    }

    @Test func goodDecisionsHold() throws {
        let annulment = try signed(round.annulment(of: second))
        var report = round.report
        let decisions = RecordedDecisions(recognitions: [first, second], annulments: [annulment])
        let summary = DecisionAudit.run(
            decisions, report: &report, guidance: round.profile.bytes, anchors: signers.anchors)
        #expect(report.faults == [])
        #expect(report.checked[.decisions] == 3)
        #expect(summary.recognitions == 2 && summary.annulments == 1 && summary.trustedSigners == 3)
        #expect(summary.uncheckedSigners == 0 && summary.checkedForms && summary.gaps == [])
        #expect(decisions.files.count == 6)
        #expect(faults([]) == [])
    }

    @Test func whatWasNotCheckedIsSaid() throws {
        var report = round.report
        let decisions = RecordedDecisions(recognitions: [first, second], annulments: [])
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
        let decisions = RecordedDecisions(recognitions: [try signed(statement)], annulments: [])
        let summary = DecisionAudit.run(decisions, report: &report, anchors: signers.anchors)
        #expect(report.faultCount == before)
        #expect(summary.trustedSigners == 1)
    }

    @Test func filesComeInPairs() throws {
        var files = RecordedDecisions(recognitions: [first, second], annulments: []).files
        files["decisions/recognition/cb-01.p7s"] = nil
        files["decisions/recognition/cb-02.json"] = nil
        #expect(
            faults(RecordedDecisions(files: files)) == [
                "decisions/recognition/cb-01.p7s: missing beside decisions/recognition/cb-01.json",
                "decisions/recognition/cb-02.json: missing beside decisions/recognition/cb-02.p7s",
            ])
    }

    @Test(arguments: [
        "decisions/", "decisions/cb-01.json", "decisions/recognition/", "decisions/recognition/.json",
        "decisions/recognition/cb-01.txt", "decisions/recognition/cb-01.json.bak", "decisions/recognition/a/b.json",
        "decisions/recognition/../cb-01.json", "decisions/recognition/Chi bộ.json", "decisions/other/cb-01.json",
        "decisions/recognition/cb-01.JSON", "decisions/\u{301}",
    ]) func strayFilesAreNamed(_ name: String) {
        #expect(faults(RecordedDecisions(files: [name: [1]])) == ["\(name): not a file of a decision"])
    }

    @Test func otherFoldersAreNotLookedAt() {
        #expect(faults(RecordedDecisions(files: ["manifest.json": [], "Decisions/x": [], "decisions": []])) == [])
    }

    @Test func aFileThatCannotBeReadIsNamed() throws {
        struct TooLarge: Error {}
        let whole = RecordedDecisions(recognitions: [first], annulments: []).files
        let decisions = RecordedDecisions(names: ["manifest.json"] + whole.keys) { name in
            guard name.hasSuffix(".json"), let bytes = whole[name] else { throw TooLarge() }
            return bytes
        }
        let found = faults(decisions)
        #expect(found.contains("decisions/recognition/cb-01.p7s: TooLarge()"))
    }

    @Test func damageIsNamed() throws {
        let good = RecordedDecisions(recognitions: [first], annulments: []).files
        var mutator = Mutator(seed: 3)
        for _ in 0..<200 {
            var files = good
            let path = "decisions/recognition/cb-01.json"
            files[path] = mutator.mutate(first.bytes)
            #expect(!faults(RecordedDecisions(files: files)).isEmpty)
        }
        for _ in 0..<200 {
            var files = good
            files["decisions/recognition/cb-01.p7s"] = mutator.mutate(first.signature)
            _ = faults(RecordedDecisions(files: files))
        }
    }

    @Test func signaturesMustFit() throws {
        let swapped = try SignedDecision(bytes: first.bytes, signature: second.signature)
        #expect(
            faults([swapped]) == ["decisions/recognition/cb-01.p7s: The content is not what was signed."])
    }

    @Test func signersMustBeTrusted() throws {
        let strange = try signed(first.statement, by: signers.stranger)
        let expired: SignedDecision = try forced(second.bytes, by: signers.expired)
        let decisions = RecordedDecisions(recognitions: [strange, expired], annulments: [])
        let found = faults(decisions)
        #expect(found.count == 2 && found.allSatisfy { $0.contains("not trusted at the time of signing") })
        #expect(found[0].hasPrefix("decisions/recognition/cb-01.p7s: ") && found[1].contains("had expired"))
        #expect(faults(decisions, anchors: TrustAnchors([])) == [])
        var report = round.report
        let summary = DecisionAudit.run(decisions, report: &report, anchors: signers.anchors)
        #expect(summary.untrustedSigners == 2 && summary.faults == 2)
    }

    @Test func aUnitThatFailedIsNotRecognised() throws {
        let failing = try TrialRound(votes: [3, 3, 3, 3, 3, 1, 3, 3])
        let claimed: SignedDecision = try forced(
            second.statement.json.replacing("round", with: failing.reference.json).encoded(indented: true))
        let found = faults(RecordedDecisions(recognitions: [claimed], annulments: []), of: failing.report)
        #expect(found.contains { $0.contains("was not recognised") })
        #expect(found.contains { $0.contains("tally: not the one recomputed") })
    }

    @Test func namesOfFilesAreTheUnits() throws {
        let files = RecordedDecisions(recognitions: [first], annulments: []).files
        var renamed: [String: [UInt8]] = [:]
        for (name, bytes) in files { renamed[name.replacing("cb-01", with: "cb-02")] = bytes }
        #expect(
            faults(RecordedDecisions(files: renamed)) == [
                "decisions/recognition/cb-02.json: is about the unit cb-01"
            ])
        // Twice the same decision, once under a name that is not its unit's.
        let both = faults(RecordedDecisions(files: files.merging(renamed) { one, _ in one }))
        #expect(both.contains("decisions/recognition/cb-02.json: the number 11-QĐ/ĐU stands twice"))
    }

    @Test func noNumberStandsTwiceInAYear() throws {
        let again = try signed(round.statement("cb-02", number: 11))
        #expect(faults([first, again]) == ["decisions/recognition/cb-02.json: the number 11-QĐ/ĐU stands twice"])
        let annulment = try round.annulment(of: second, number: 11)
        #expect(
            try faults([first, second], [signed(annulment)]) == [
                "decisions/annulment/cb-02.json: the number 11-QĐ/ĐU stands twice"
            ])
        let later: SignedAnnulment = try forced(
            annulment.json.replacing("date", with: "2027-01-05").encoded(indented: true))
        #expect(faults([first, second], [later]) == [])
    }

    @Test func anotherRoundsDecisionDoesNotFollow() throws {
        let other = try TrialRound(votes: [3, 3, 3, 3, 3, 3, 3, 3])
        var report = other.report
        report.seal = Seal(
            other.manifest.roundID, contestCount: 8, boxRoot: Hash.digest([9]), attendanceHash: Hash.digest([2]),
            rollHash: Hash.digest([3]))
        let found = faults(RecordedDecisions(recognitions: [first], annulments: []), of: report)
        #expect(found.contains { $0.contains("boxRoot: not the one in the seal") })
        #expect(found.contains { $0.contains("tally: not the one recomputed") })
    }

    @Test func withoutARoundNothingFollows() throws {
        let decisions = RecordedDecisions(recognitions: [first], annulments: [])
        #expect(faults(decisions, of: AuditReport()).count == 1)
        #expect(faults(RecordedDecisions(files: [:]), of: AuditReport()) == [])
        var unsealed = AuditReport()
        unsealed.manifest = round.manifest
        #expect(
            faults(decisions, of: unsealed) == [
                "decisions/recognition/cb-01.json: boxRoot: there is no seal to compare it with",
                "decisions/recognition/cb-01.json: the outcomes could not be recomputed",
            ])
    }

    @Test func anotherGuidanceIsNotTaken() throws {
        let other = try #require(try GuidanceProfile.bundled("go-vap-554-cv-qu")).bytes
        for guidance in [other, [], round.profile.bytes + [0x0A]] {
            let found = faults(RecordedDecisions(recognitions: [first], annulments: []), guidance: guidance)
            #expect(found == ["guidance.json: not the guidance profile of the manifest"])
        }
    }
}
