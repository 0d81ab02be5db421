/// How a line is drawn.
public enum LineStyle: Sendable, Hashable {
    case solid
    case dashed
}
