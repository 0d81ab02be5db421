/// A member of the counting board as the minutes name them.
public struct BoardSeat: Hashable, Sendable {
    public let name: String

    /// "Trưởng ban kiểm phiếu"
    public let position: String?

    public init(name: String, position: String? = nil) {
        self.name = name
        self.position = position
    }
}
