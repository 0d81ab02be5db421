/// The title that a recognition gives, in the words of its decision.
public enum RecognitionTitle: String, CaseIterable, Hashable, Sendable {
    case cell = "chi bộ bốn tốt"
    case organization = "đảng bộ cơ sở bốn tốt"
}
