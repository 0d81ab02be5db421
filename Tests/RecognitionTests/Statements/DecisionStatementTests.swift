import Recognition
import StrictEncoding
import Testing

@Suite struct DecisionStatementTests {
    @Test func readsBackItsOwnBytes() throws {
        let decision = try StatementFixtures.decision()
        let read = try DecisionStatement(parsing: decision.encoded)
        #expect(read == decision)
        #expect(read.encoded == decision.encoded)
        #expect(decision.form == .grassrootsCommittee)
        #expect(decision.title == .cell)
        #expect(decision.tally.map(\.counts.first) == [8, 9, 10, 13])
    }

    @Test func membersInTheirOrder() throws {
        let reader = try JSONReader(parsing: StatementFixtures.decision().encoded, as: "d", limit: 1 << 16)
        #expect(
            try reader.looseObject().members.map(\.name) == [
                "format", "authority", "form", "number", "date", "unit", "title", "year", "guidance", "round", "tally",
                "signer",
            ])
    }

    @Test(arguments: [
        ("phieukin-decision/1", "phieukin-decision/2", "decision.format"),
        ("\"02-QĐ\"", "\"2-QĐ\"", "decision.form"),
        ("12-QĐ/ĐU", "12-QĐ", "decision.number"),
        ("2026-12-20", "2026-11-31", "decision.date"),
        ("2026-12-20", "2026-12-2000000000", "decision.date"),
        ("chi bộ bốn tốt", "đảng bộ cơ sở bốn tốt", "decision.title"),
        ("\"subordinate-cell\"", "\"grassroots-organization\"", "decision.title"),
        ("\"year\": 2026", "\"year\": 0", "decision.year"),
        ("\"year\": 2026", "\"year\": \"2026\"", "decision.year"),
        ("\"year\": 2026", "\"year\": 2026.0", "decision.year"),
        ("\"year\": 2026", "\"year\": 2026, \"year\": 2026", "decision.year"),
        ("\"year\": 2026", "\"year\": 2026, \"note\": 1", "decision.note"),
        ("AAECAwQF", "AAECAwQ", "decision.guidance.sha256"),
        ("\"collected\": 13", "\"collected\": 14", "decision.tally[0].collected"),
        ("\"criterion\": \"members\"", "\"criterion\": \"political-task\"", "decision.tally[3]"),
        ("Lò Văn Phúc", "Lò Văn\\nPhúc", "decision.signer.name"),
        ("Lò Văn Phúc", "Lò \\u202eVăn", "decision.signer.name"),
        ("Bum Tở\"", "\"", "decision.authority.place"),
        ("cb-1", "cb 1", "decision.unit.id"),
    ])
    func refuses(from: String, to: String, place: String) throws {
        let text = String(decoding: try StatementFixtures.decision().encoded, as: UTF8.self)
        let damaged =
            place == "decision.authority.place"
            ? text.replacing("\"place\": \"Bum Tở\"", with: "\"place\": \"\"")
            : text.replacing(from, with: to, maxReplacements: 1)
        #expect(damaged != text)
        let error = #expect(throws: MalformedInput.self) { try DecisionStatement(parsing: Array(damaged.utf8)) }
        #expect(error?.place == place)
    }

    @Test func onlyForWhatPassed() throws {
        let (context, number) = (try StatementFixtures.context(), try DecisionNumber(1, body: "ĐU"))
        let date = try CalendarDate(parsing: "2026-12-20")
        func draft(_ id: String, _ outcomes: RoundOutcomes, _ context: DecisionContext) throws {
            _ = try DecisionStatement.draft(for: id, in: outcomes, context: context, number: number, date: date)
        }
        let failed = try outcomes(votes: [8, 8, 7, 8])
        #expect(throws: DecisionRefusal.notPassed(failed.units[0].failures)) { try draft("cb-1", failed, context) }
        #expect(throws: DecisionRefusal.unknownUnit("cb-2")) { try draft("cb-2", failed, context) }
        let annulment = try outcomes(.annulment, votes: [13])
        #expect(throws: DecisionRefusal.wrongKind(.annulment)) { try draft("cb-1", annulment, context) }
        let passed = try outcomes(votes: [8, 8, 8, 8])
        let other = try StatementFixtures.context(guidance: "go-vap-554-cv-qu")
        #expect(throws: DecisionRefusal.otherGuidance) { try draft("cb-1", passed, other) }
        let ancient = try StatementFixtures.context(year: 0)
        #expect(throws: DecisionRefusal.self) { try draft("cb-1", passed, ancient) }
    }

    @Test func onlyByTheCompetent() throws {
        let number = try DecisionNumber(1, body: "HU")
        let date = try CalendarDate(parsing: "2026-12-20")
        for (authority, kind, form) in [
            (AuthorityKind.grassrootsCommittee, UnitKind.grassrootsCell, DecisionForm?.none),
            (.districtStandingCommittee, .subordinateCell, nil),
            (.districtStandingCommittee, .grassrootsOrganization, .standingCommittee),
            (.grassrootsCommittee, .sectionalCell, .grassrootsCommittee),
        ] {
            let outcomes = try outcomes(votes: [8, 8, 8, 8], unit: cell(1, kind: kind))
            let context = try StatementFixtures.context(authority)
            let draft = try? DecisionStatement.draft(
                for: "cb-1", in: outcomes, context: context, number: number, date: date)
            #expect(draft?.form == form)
            #expect(draft?.title == form.map { _ in kind.title })
        }
    }

    @Test func refusalsHaveWords() throws {
        let refusals: [DecisionRefusal] = [
            .unknownUnit("x"), .wrongKind(.annulment), .wrongKind(.recognition),
            .notPassed(try outcomes(votes: [1, 8, 8, 8]).units[0].failures), .notCompetent(BilingualText("a", "b")),
            .otherGuidance, .otherAuthority, .beforeDecision, .malformed(MalformedInput(.tooLarge, at: "reason")),
        ]
        #expect(refusals.allSatisfy { !$0.text.vietnamese.isEmpty && !$0.text.english.isEmpty })
    }
}
