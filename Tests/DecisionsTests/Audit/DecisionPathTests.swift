import Decisions
import Testing

@Suite struct DecisionPathTests {
    @Test(arguments: DecisionPath.Kind.allCases) func pathsSurviveTheirText(_ kind: DecisionPath.Kind) {
        for (year, number) in [(2026, 12), (2026, 1), (1, 1), (9999, 99_999), (2026, 0)] {
            let path = DecisionPath(kind, year: year, number: number)
            #expect(DecisionPath(parsing: path.description) == path)
        }
    }

    @Test func whatOthersReadTheseNamesFrom() throws {
        #expect(DecisionPath(.recognition, year: 2026, number: 12).description == "decisions/recognition/2026-12.pdf")
        #expect(DecisionPath(.annulment, year: 2027, number: 3).description == "decisions/annulment/2027-3.pdf")
        let decision = try ExactDecision(TrialRound().statement())
        #expect(DecisionPath(.recognition([decision])).description == "decisions/recognition/2026-12.pdf")
    }

    @Test func pathsStandByYearAndNumber() {
        let names = ["annulment/2026-3", "recognition/2025-40", "recognition/2026-9", "recognition/2026-12"]
        let paths = names.compactMap { DecisionPath(parsing: "decisions/\($0).pdf") }
        #expect(paths.count == 4 && paths.reversed().sorted() == paths)
    }

    @Test(arguments: [
        "", "/", "//", "a/recognition/2026-12.pdf", "/recognition/2026-12.pdf", "decisions/recognition/2026-12.pdf/",
        "decisions/recognition/2026-012.pdf", "decisions/recognition/02026-12.pdf",
        "decisions/recognition/+2026-12.pdf", "decisions/recognition/2026--12.pdf",
        "decisions/recognition/2026-12\u{301}.pdf", "decisions/recognition/2026-12.PDF",
        "decisions/recognition/٢٠٢٦-12.pdf", "decisions/recognition/2026-99999999999999999999.pdf",
        "decisions/recognition/2026.pdf", "decisions/recognition/-.pdf", "decisions/recognition/2026-12.json",
    ]) func otherNamesAreNone(_ name: String) {
        #expect(DecisionPath(parsing: name) == nil)
    }
}
