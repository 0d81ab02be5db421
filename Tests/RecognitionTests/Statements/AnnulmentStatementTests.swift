import Recognition
import StrictEncoding
import Testing

@Suite struct AnnulmentStatementTests {
    @Test func readsBackItsOwnBytes() throws {
        let round = try RoundReference(roundID: StatementFixtures.digest, boxRoot: StatementFixtures.digest)
        let ballot = AnnulmentStatement.Ballot(round: round, outcomes: try outcomes(.annulment, votes: [8]))
        for annulment in try [StatementFixtures.annulment(), StatementFixtures.annulment(ballot: ballot)] {
            let read = try AnnulmentStatement(parsing: annulment.encoded)
            #expect(read == annulment)
            #expect(read.encoded == annulment.encoded)
        }
        #expect(try StatementFixtures.annulment(ballot: ballot).round == round)
    }

    @Test(arguments: [
        ("phieukin-annulment/1", "phieukin-decision/1", "annulment.format"),
        ("\"12-QĐ/ĐU\"", "\"12\"", "annulment.annuls.number"),
        ("\"reason\": \"", "\"reason\": \" ", "annulment.reason"),
        ("\"signer\"", "\"round\": null, \"signer\"", "annulment.round"),
        ("\"signer\"", "\"sinner\"", "annulment.sinner"),
    ])
    func refuses(from: String, to: String, place: String) throws {
        let text = String(decoding: try StatementFixtures.annulment().encoded, as: UTF8.self)
        let damaged = Array(text.replacing(from, with: to, maxReplacements: 1).utf8)
        let error = #expect(throws: MalformedInput.self) { try AnnulmentStatement(parsing: damaged) }
        #expect(error?.place == place)
    }

    @Test func refusesUnfitDrafts() throws {
        let decision = try StatementFixtures.decision()
        let (reason, date) = ("Vì lý do ấy.", try CalendarDate(parsing: "2026-12-20"))
        func draft(
            authority: Authority? = nil, digest: [UInt8] = StatementFixtures.digest, date: CalendarDate? = nil,
            reason: String = "Vì lý do ấy.", ballot: RoundOutcomes? = nil
        ) throws {
            let round = try RoundReference(roundID: StatementFixtures.digest, boxRoot: StatementFixtures.digest)
            _ = try AnnulmentStatement.draft(
                annulling: decision, digest: digest, authority: authority ?? decision.authority,
                number: DecisionNumber(2, body: "ĐU"), date: date ?? CalendarDate(parsing: "2026-12-20"),
                reason: reason, ballot: ballot.map { .init(round: round, outcomes: $0) }, signer: decision.signer)
        }
        try draft(date: date, reason: reason)
        let other = try StatementFixtures.authority(.districtStandingCommittee)
        #expect(throws: DecisionRefusal.otherAuthority) { try draft(authority: other) }
        let before = try CalendarDate(parsing: "2026-12-19")
        #expect(throws: DecisionRefusal.beforeDecision) { try draft(date: before) }
        #expect(throws: DecisionRefusal.self) { try draft(reason: "") }
        #expect(throws: DecisionRefusal.self) { try draft(reason: String(repeating: "x", count: 2001)) }
        #expect(throws: DecisionRefusal.self) { try draft(digest: [1, 2, 3]) }
        let failed = try outcomes(.annulment, votes: [7])
        #expect(throws: DecisionRefusal.notPassed(failed.units[0].failures)) { try draft(ballot: failed) }
        let recognition = try outcomes(votes: [9, 9, 9, 9])
        #expect(throws: DecisionRefusal.wrongKind(.recognition)) { try draft(ballot: recognition) }
        let another = try outcomes(.annulment, votes: [9], unit: cell(2))
        #expect(throws: DecisionRefusal.unknownUnit("cb-1")) { try draft(ballot: another) }
    }
}
