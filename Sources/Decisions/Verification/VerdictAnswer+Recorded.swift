import Recognition

/// Recorded: does this register know the decision, in this file?
extension VerdictAnswer {
    static let registerNotConsulted = VerdictAnswer(
        .unknown, "register-not-consulted", "Chưa tra cứu được sổ đăng ký.", "No register was consulted.")

    static let notRecorded = VerdictAnswer(
        .no, "not-recorded", "Sổ đăng ký không có quyết định này.", "The register does not know this decision.")

    static let recordedOtherwise = VerdictAnswer(
        .no, "recorded-otherwise", "Sổ đăng ký có quyết định với nội dung này, nhưng trong một tệp khác.",
        "The register knows a decision that says this, in another file.")

    static func recorded(_ decision: RegisteredDecision) -> VerdictAnswer {
        let time = LocalTime.text(decision.issuedAt)
        return VerdictAnswer(
            .yes, "recorded", "Quyết định có trong sổ đăng ký, ghi lúc \(time.vietnamese).",
            "The register knows this decision, recorded \(time.english).")
    }
}
