/// What a round decides.
public enum RoundKind: String, CaseIterable, Hashable, Sendable {
    case recognition
    case annulment

    /// The words beside the first box on the form, and what it counts towards.
    public var firstChoice: BilingualText {
        switch self {
        case .recognition: BilingualText("Đạt", "met")
        case .annulment: BilingualText("Đồng ý hủy bỏ", "agree to annul")
        }
    }

    public var secondChoice: BilingualText {
        switch self {
        case .recognition: BilingualText("Không đạt", "not met")
        case .annulment: BilingualText("Không đồng ý", "do not agree")
        }
    }
}
