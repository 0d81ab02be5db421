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
