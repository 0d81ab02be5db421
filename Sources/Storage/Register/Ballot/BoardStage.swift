/// What a board member signs.
public enum BoardStage: String, Sendable, CaseIterable {
    case freeze
    case open
    case minutes
}
