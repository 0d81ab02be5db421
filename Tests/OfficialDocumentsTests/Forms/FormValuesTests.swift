import Recognition
import StrictEncoding
import Testing

@testable import OfficialDocuments

/// What a form promises its template is what it fills it with.
@Suite struct FormValuesTests {
    private func check(_ values: FieldValues, _ schema: TemplateSchema) {
        #expect(Set(values.texts.keys) == Set(schema.fields))
        #expect(values.conditions.isSubset(of: schema.conditions))
        for (name, elements) in values.lists {
            for element in elements { #expect(element.keys.sorted() == schema.lists[name]?.sorted()) }
        }
    }

    @Test func everyFormFillsItsFields() throws {
        check(try FormFixtures.decision().values, RecognitionDecisionForm.schema)
        check(try FormFixtures.districtDecision(units: 5).values, RecognitionDecisionForm.schema)
        check(try FormFixtures.annulment(ballot: false).values, AnnulmentDecisionForm.schema)
        check(try FormFixtures.ballot().values, PaperBallotForm.schema)
        check(try FormFixtures.minutes().values, CountMinutesForm.schema)
        check(try FormFixtures.notice().values, ResultsNoticeForm.schema)
        check(try FormFixtures.paper().values, PlanForm.schema)
        check(try FormFixtures.paper().values, SelfAssessmentForm.schema)
        check(try FormFixtures.slips().values, AccessSlipsForm.schema)
        check(try FormFixtures.attendance().values, AttendanceSheetForm.schema)
    }

    @Test func everyRequiredPartOfASchemaIsOneOfItsFields() {
        for name in TemplateName.allCases {
            #expect(Set(name.form.schema.required).isSubset(of: name.form.schema.fields))
            #expect(Set(name.form.schema.lines).isDisjoint(with: name.form.schema.passages))
        }
    }

    @Test func aStandingCommitteeIsNamedOnce() throws {
        for name in ["Huyện ủy Than Uyên", "Ban Thường vụ Huyện ủy Than Uyên"] {
            let authority = try FormFixtures.authority(.districtStandingCommittee, name: name)
            #expect(authority.bodyName == "Huyện ủy Than Uyên")
            #expect(authority.committeeName == "Ban Thường vụ Huyện ủy Than Uyên")
        }
        #expect(try FormFixtures.authority().committeeName == "Đảng ủy xã Bum Tở")
    }

    @Test func bothTitlesAreNamedOnceEach() {
        #expect(
            RecognitionTitle.listed([.organization, .cell, .organization])
                == "“chi bộ bốn tốt”, “đảng bộ cơ sở bốn tốt”")
    }

    @Test func aDecisionNeedsUnits() throws {
        let day = try FormFixtures.date("2026-12-18")
        #expect(throws: FormFault.nothingToPrint("the list of units")) {
            try RecognitionDecisionForm(statements: [], citation: "c", ballotDate: day)
        }
    }

    @Test func aDecisionIsOfOneDate() throws {
        let units = try FormFixtures.cells(2)
        let mixed = try [
            FormFixtures.statements(units)[0], FormFixtures.statements(units, date: "2026-12-21")[1],
        ]
        let day = try FormFixtures.date("2026-12-18")
        #expect(throws: FormFault.mixed("date")) {
            try RecognitionDecisionForm(statements: mixed, citation: "c", ballotDate: day)
        }
    }

    @Test func aDecisionHasAnEnd() throws {
        let day = try FormFixtures.date("2026-12-18")
        let statements = try FormFixtures.statements(FormFixtures.cells(1))
        let many = Array(repeating: statements[0], count: RecognitionDecisionForm.maximumUnits + 1)
        #expect(throws: FormFault.tooMany("units", limit: 2_000)) {
            try RecognitionDecisionForm(statements: many, citation: "c", ballotDate: day)
        }
    }

    @Test func anAnnulmentIsOfTheDecisionGiven() throws {
        let form = try FormFixtures.annulment()
        let other = try FormFixtures.statements(FormFixtures.cells(["Chi bộ khác"]))[0]
        #expect(throws: FormFault.otherDecision) {
            try AnnulmentDecisionForm(
                statement: form.statement, annulled: other, citation: "c", ballotDate: nil)
        }
    }

    @Test func minutesAddUp() throws {
        let texts = try FormFixtures.minutes(units: 3, failing: [1]).values.texts
        #expect(texts["contests"] == "12" && texts["slips-issued"] == "156" && texts["slips-collected"] == "156")
        #expect(texts["slips-valid"] == "154" && texts["slips-blank"] == "01" && texts["slips-invalid"] == "01")
        #expect(texts["summoned"] == "14" && texts["present"] == "13" && texts["absent"] == "01")
        #expect(texts["approval-rule"] == "đạt trên 1/2 số được triệu tập")
        #expect(texts["round"] == "xét, công nhận “chi bộ bốn tốt” năm 2026")
    }

    @Test func anAbbreviationStaysInCapitals() {
        #expect("UBKT xét".insideSentence == "UBKT xét" && "Đợt 1".insideSentence == "đợt 1" && "".insideSentence == "")
    }
}
