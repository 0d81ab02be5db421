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

/// In force: does the decision still hold?
extension VerdictAnswer {
    static func annulled(_ annulment: Annulment) -> VerdictAnswer {
        let time = LocalTime.text(annulment.annulledAt)
        return VerdictAnswer(
            .no, "annulled",
            "Đã bị hủy bỏ lúc \(time.vietnamese) theo Quyết định số \(annulment.by). Lý do: \(annulment.reason)",
            "Annulled \(time.english) by decision \(annulment.by). Reason: \(annulment.reason)")
    }

    static func inForce(at now: Int64) -> VerdictAnswer {
        let time = LocalTime.text(now)
        return VerdictAnswer(
            .yes, "in-force", "Đang có hiệu lực, theo sổ đăng ký lúc \(time.vietnamese).",
            "In force, by the register at \(time.english).")
    }

    static func inForce(asOf list: AnnulledList) -> VerdictAnswer {
        let time = LocalTime.text(list.issuedAt)
        return VerdictAnswer(
            .yes, "in-force-as-of-list",
            "Còn hiệu lực tính đến \(time.vietnamese), theo danh sách quyết định đã hủy bỏ.",
            "In force as of \(time.english), by the list of annulled decisions.")
    }

    static let forceNotConsulted = VerdictAnswer(
        .unknown, "register-not-consulted", "Chưa tra cứu được sổ đăng ký hoặc danh sách quyết định đã hủy bỏ.",
        "Neither a register nor a list of annulled decisions was consulted.")

    static let forceOfDamaged = VerdictAnswer(
        .unknown, "not-intact", "Không thể xét hiệu lực của một nội dung không nguyên vẹn.",
        "Whether it is in force cannot be asked of what is not intact.")

    static let forceOfUnrecorded = VerdictAnswer(
        .unknown, "not-recorded", "Không thể xét hiệu lực: sổ đăng ký không có quyết định với nội dung này.",
        "Whether it is in force cannot be told: the register does not know a decision of this content.")

    static func listUnusable(_ fault: AnnulledListFault) -> VerdictAnswer {
        VerdictAnswer(.unknown, "list-\(fault.code)", fault.text.vietnamese, fault.text.english)
    }

    static let listOnUntrusted = VerdictAnswer(
        .unknown, "signer-not-trusted",
        "Danh sách chỉ có ý nghĩa với quyết định do người ký đáng tin cậy ban hành.",
        "A list is silent about decisions that were never made, and this signer is not known to be trusted.")

    static func listNotYetIssued(_ list: AnnulledList) -> VerdictAnswer {
        let time = LocalTime.text(list.issuedAt)
        return VerdictAnswer(
            .unknown, "list-not-yet-issued",
            "Danh sách quyết định đã hủy bỏ ghi ngày lập chưa đến: \(time.vietnamese).",
            "The list of annulled decisions is dated in the future: \(time.english).")
    }

    static func listExpired(_ list: AnnulledList) -> VerdictAnswer {
        let time = LocalTime.text(list.expiresAt)
        return VerdictAnswer(
            .unknown, "list-expired", "Danh sách quyết định đã hủy bỏ đã hết hạn lúc \(time.vietnamese).",
            "The list of annulled decisions expired \(time.english).")
    }

    static func listOlder(_ list: AnnulledList) -> VerdictAnswer {
        let time = LocalTime.text(list.issuedAt)
        return VerdictAnswer(
            .unknown, "list-older-than-decision",
            "Danh sách quyết định đã hủy bỏ lập lúc \(time.vietnamese), trước khi ký.",
            "The list of annulled decisions is of \(time.english), before the decision was signed.")
    }
}
