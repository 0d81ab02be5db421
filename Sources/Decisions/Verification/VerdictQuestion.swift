public import Recognition

/// The four questions about a decision, in the order in which people ask them.
public enum VerdictQuestion: String, CaseIterable, Hashable, Sendable {
    case intact, trusted, recorded, inForce

    /// Its name, for a list of answers.
    public var name: BilingualText {
        switch self {
        case .intact: BilingualText("Nguyên vẹn", "Intact")
        case .trusted: BilingualText("Người ký tin cậy", "Signer trusted")
        case .recorded: BilingualText("Có trong sổ", "Recorded")
        case .inForce: BilingualText("Còn hiệu lực", "In force")
        }
    }

    /// As somebody asks it who holds a decision.
    public var text: BilingualText {
        switch self {
        case .intact:
            BilingualText("Văn bản có còn nguyên vẹn như khi ký không?", "Is the document exactly what was signed?")
        case .trusted:
            BilingualText(
                "Người ký có đáng tin cậy vào thời điểm ký không?", "Was the signer to be trusted when it was signed?")
        case .recorded:
            BilingualText(
                "Sổ quyết định của hệ thống này có ghi quyết định này không?",
                "Does this service’s register know the decision?")
        case .inForce:
            BilingualText("Quyết định còn hiệu lực không?", "Is the decision still in force?")
        }
    }

    /// How an answer is reached.
    public var method: BilingualText {
        switch self {
        case .intact:
            BilingualText(
                "Máy tính lại mã băm của toàn bộ tệp và so với chữ ký số trong tệp; sau đó xét xem có gì được thêm "
                    + "vào hay sửa đi sau khi ký, và đọc nội dung quyết định nằm trong phần đã ký.",
                "The digest of the whole file is computed anew and compared with the digital signature inside; then "
                    + "the file is searched for anything that was added or changed after signing, and the decision is "
                    + "read from the part that was signed.")
        case .trusted:
            BilingualText(
                "Chứng thư số của người ký được đối chiếu với các tổ chức chứng thực mà nơi vận hành hệ thống này đã "
                    + "chọn tin cậy: còn hạn, không bị thu hồi, được phép dùng để ký văn bản vào thời điểm ký.",
                "The signer’s certificate is traced to the certification authorities that the operator of this "
                    + "service chose to trust: valid, not revoked, and fit for signing documents at the time of "
                    + "signing.")
        case .recorded:
            BilingualText(
                "Mã băm của nội dung quyết định được tra trong sổ; tệp được so từng byte với bản lưu trong sổ.",
                "The digest of what the decision says is looked up in the register; the file is compared with the "
                    + "register’s copy byte by byte.")
        case .inForce:
            BilingualText(
                "Tra trong sổ xem có quyết định hủy bỏ nào nhằm vào đúng quyết định này không, tại thời điểm tra cứu.",
                "The register is asked, at this moment, for an annulment of exactly this decision.")
        }
    }
}

extension DecisionVerdict {
    public func answer(to question: VerdictQuestion) -> VerdictAnswer {
        switch question {
        case .intact: intact
        case .trusted: trusted
        case .recorded: recorded
        case .inForce: inForce
        }
    }
}

extension VerdictAnswer.Value {
    /// The answer in a word.
    public var text: BilingualText {
        switch self {
        case .yes: BilingualText("Có", "Yes")
        case .no: BilingualText("KHÔNG", "NO")
        case .unknown: BilingualText("Chưa rõ", "Unknown")
        }
    }
}
