extension TemplateSet {
    private static func bytes(of name: TemplateName) -> [UInt8] {
        switch name {
        case .letterhead: PackageResources.letterhead_json
        case .decision01: PackageResources.decision_01_qd_json
        case .decision02: PackageResources.decision_02_qd_json
        case .annulmentDecision: PackageResources.annulment_decision_json
        case .ballot: PackageResources.ballot_03_pdg_json
        case .minutesOfCount: PackageResources.minutes_of_count_json
        case .noticeOfResults: PackageResources.notice_of_results_json
        case .plan: PackageResources.plan_json
        case .selfAssessment: PackageResources.self_assessment_json
        case .accessSlips: PackageResources.access_slips_json
        case .attendanceSheet: PackageResources.attendance_sheet_json
        }
    }

    /// The bytes of a template that comes with the program: what an installation copies to change its wording.
    public static func bundledBytes(of name: TemplateName) -> [UInt8] { bytes(of: name) }

    /// The templates that come with the program.
    /// - Throws: `TemplateFault` if one of them was damaged before the program was built.
    public static func bundled() throws(TemplateFault) -> TemplateSet {
        var templates: [TemplateName: Template] = [:]
        for name in TemplateName.allCases {
            templates[name] = try Template(name, parsing: bytes(of: name), file: name.fileName)
        }
        return try TemplateSet(templates)
    }
}
