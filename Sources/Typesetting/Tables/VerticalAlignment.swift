/// Where contents stand in a cell that is taller than they are.
public enum VerticalAlignment: Sendable, Hashable {
    case top
    case middle
    case bottom
}
