import OfficialDocuments
import Recognition

/// One form with sample data.
struct SampleForm {
    /// Of its template, and of the variant where a template has more than one sample: "decision-02-qd-annex".
    let name: String
    let form: any OfficialForm

    init(_ template: TemplateName, _ form: any OfficialForm, variant: String? = nil) {
        name = [template.rawValue, variant].compactMap(\.self).joined(separator: "-")
        self.form = form
    }

    var fileName: String { name + ".pdf" }
}

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
