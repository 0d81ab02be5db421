/// Whether a voter is at the meeting.
public enum AttendanceMark: String, Sendable, CaseIterable {
    case present
    case excused
    case absent
}
