/// One line of the attendance sheet.
public struct AttendanceRow: Hashable, Sendable {
    public let name: String
    public let position: String?

    public init(name: String, position: String? = nil) {
        self.name = name
        self.position = position
    }
}
