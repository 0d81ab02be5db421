import StrictEncoding

extension DecisionRefusal {
    /// The refusal in words.
    public var text: BilingualText {
        switch self {
        case .unknownUnit(let id):
            BilingualText("Đợt bỏ phiếu không có tổ chức “\(id)”.", "The round has no unit “\(id)”.")
        case .wrongKind(.recognition):
            BilingualText("Đây là đợt bỏ phiếu công nhận.", "This was a round of recognition.")
        case .wrongKind(.annulment):
            BilingualText("Đây là đợt bỏ phiếu hủy bỏ công nhận.", "This was a round of annulment.")
        case .notPassed(let failures):
            BilingualText(
                failures.map(\.text.vietnamese).joined(separator: " "),
                failures.map(\.text.english).joined(separator: " ")
            )
        case .notCompetent(let reason): reason
        case .otherGuidance:
            BilingualText("Hướng dẫn không phải là hướng dẫn của đợt bỏ phiếu.", "Not the guidance of the round.")
        case .otherAuthority:
            BilingualText(
                "Chỉ cấp đã công nhận mới được hủy bỏ kết quả công nhận.",
                "Only the authority that gave the recognition can annul it."
            )
        case .beforeDecision:
            BilingualText(
                "Ngày hủy bỏ không được trước ngày của quyết định bị hủy bỏ.",
                "An annulment cannot be dated before the decision it annuls."
            )
        case .malformed(let fault):
            BilingualText(
                "“\(fault.place)” không hợp lệ (chi tiết kỹ thuật: \(fault)).",
                "\(fault)")
        }
    }
}
