/// Whether a cell names others or is one of those named.
public enum CellRole: Sendable, Hashable {
    case header
    case data
}
