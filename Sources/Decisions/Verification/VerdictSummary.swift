public import Recognition

/// The four answers in one word.
public enum VerdictSummary: String, Hashable, Sendable {
    /// All four are yes.
    case valid

    /// At least one is no.
    case notValid = "not-valid"

    /// None is no, and not all could be found out.
    case unknown

    public var text: BilingualText {
        switch self {
        case .valid: BilingualText("Quyết định hợp lệ, đang có hiệu lực.", "The decision is valid and in force.")
        case .notValid: BilingualText("Quyết định không hợp lệ.", "The decision is not valid.")
        case .unknown:
            BilingualText("Chưa đủ căn cứ để kết luận.", "There is not enough to tell whether it is valid.")
        }
    }
}
