/// The templates that there are, by the names of their files.
public enum TemplateName: String, CaseIterable, Hashable, Sendable {
    /// What every document's head has in common.
    case letterhead

    /// Mẫu 01-QĐ: a standing committee recognises grassroots cells and organizations.
    case decision01 = "decision-01-qd"

    /// Mẫu 02-QĐ: a grassroots committee recognises the cells under it.
    case decision02 = "decision-02-qd"
    case annulmentDecision = "annulment-decision"

    /// Mẫu 03-PĐG.
    case ballot = "ballot-03-pdg"
    case minutesOfCount = "minutes-of-count"

    /// Mẫu 3.
    case noticeOfResults = "notice-of-results"

    /// Mẫu 1.
    case plan

    /// Mẫu 2.
    case selfAssessment = "self-assessment"
    case accessSlips = "access-slips"
    case attendanceSheet = "attendance-sheet"

    /// "decision-01-qd.json"
    public var fileName: String { rawValue + ".json" }

    /// The template whose file has exactly this name.
    init?(fileName: String) {
        guard let name = Self.allCases.first(where: { $0.fileName == fileName }) else { return nil }
        self = name
    }
}

extension TemplateName {
    /// The one table of forms: what each offers its template, and the template that comes with the program.
    var form: (schema: TemplateSchema, bundled: [UInt8]) {
        switch self {
        case .letterhead: (Letterhead.schema, PackageResources.letterhead_json)
        case .decision01: (RecognitionDecisionForm.schema, PackageResources.decision_01_qd_json)
        case .decision02: (RecognitionDecisionForm.schema, PackageResources.decision_02_qd_json)
        case .annulmentDecision: (AnnulmentDecisionForm.schema, PackageResources.annulment_decision_json)
        case .ballot: (PaperBallotForm.schema, PackageResources.ballot_03_pdg_json)
        case .minutesOfCount: (CountMinutesForm.schema, PackageResources.minutes_of_count_json)
        case .noticeOfResults: (ResultsNoticeForm.schema, PackageResources.notice_of_results_json)
        case .plan: (PlanForm.schema, PackageResources.plan_json)
        case .selfAssessment: (SelfAssessmentForm.schema, PackageResources.self_assessment_json)
        case .accessSlips: (AccessSlipsForm.schema, PackageResources.access_slips_json)
        case .attendanceSheet: (AttendanceSheetForm.schema, PackageResources.attendance_sheet_json)
        }
    }
}
