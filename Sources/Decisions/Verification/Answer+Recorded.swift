/// Recorded: does this register know the decision?
extension Answer {
    static func recorded(_ register: RegisterKnowledge, digest: [UInt8]) -> Answer {
        switch register {
        case .notConsulted:
            Answer(
                .unknown, "register-not-consulted", "Chưa tra cứu được sổ đăng ký.", "No register was consulted.")
        case .notKnown:
            Answer(
                .no, "not-recorded", "Sổ đăng ký không có quyết định này.", "The register does not know this decision.")
        case .known(let decision) where decision.digest != digest:
            Answer(
                .no, "recorded-otherwise", "Sổ đăng ký có quyết định này nhưng với nội dung khác.",
                "The register knows this decision with another content.")
        case .known(let decision):
            Answer(
                .yes, "recorded", "Quyết định có trong sổ đăng ký, ghi lúc \(LocalTime.text(decision.issuedAt)).",
                "The register knows this decision, recorded \(LocalTime.text(decision.issuedAt)).")
        }
    }
}
