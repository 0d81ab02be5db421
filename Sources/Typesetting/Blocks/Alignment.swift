/// Where a line, a rule or a box stands in the width that it has.
public enum Alignment: Sendable, Hashable {
    case leading
    case centre
    case trailing
    /// Spread over the whole width, but for a paragraph's last line. For what is not text, as `leading`.
    case justified
}
