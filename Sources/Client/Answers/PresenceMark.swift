/// How a voter stands to the meeting.
public enum PresenceMark: String, CaseIterable, Hashable, Sendable {
    /// Có mặt.
    case present

    /// Vắng có lý do, with the committee's agreement: not counted as summoned.
    case excused

    /// Vắng không lý do.
    case absent
}
