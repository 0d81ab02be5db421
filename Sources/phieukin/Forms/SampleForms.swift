import OfficialDocuments
import Recognition

/// Every form, filled with imaginary rounds: the same each time.
struct SampleForms {
    /// 20 December 2026, 08:00 in Vietnam.
    static let created: Int64 = 1_797_728_400

    let commune: SampleRound
    let district: SampleRound

    /// - Throws: `Failure`, `MalformedInput` where the bundled guidance was damaged before the program was built.
    init() throws {
        commune = try .commune()
        district = try .district()
    }

    /// In the order of a round.
    var all: [SampleForm] {
        get throws { try unitPapers + meetingPapers + resultPapers + decisions }
    }

    /// What the units hand in, before anything is voted on.
    private var unitPapers: [SampleForm] {
        let paper = UnitPaper(
            unit: commune.units[0], superior: commune.authority.name, place: commune.authority.place,
            year: commune.year, citation: commune.citation)
        return [SampleForm(.plan, PlanForm(paper)), SampleForm(.selfAssessment, SelfAssessmentForm(paper))]
    }
}
