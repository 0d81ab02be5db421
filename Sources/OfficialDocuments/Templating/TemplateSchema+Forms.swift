extension TemplateName {
    /// What the form of this name offers its template.
    var schema: TemplateSchema {
        switch self {
        case .letterhead: Letterhead.schema
        case .decision01, .decision02: RecognitionDecisionForm.schema
        case .annulmentDecision: AnnulmentDecisionForm.schema
        case .ballot: PaperBallotForm.schema
        case .minutesOfCount: CountMinutesForm.schema
        case .noticeOfResults: ResultsNoticeForm.schema
        case .plan: PlanForm.schema
        case .selfAssessment: SelfAssessmentForm.schema
        case .accessSlips: AccessSlipsForm.schema
        case .attendanceSheet: AttendanceSheetForm.schema
        }
    }
}
