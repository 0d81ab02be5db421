/// Text of one look, in the typesetter's family.
///
/// Normalised to NFC when set. A line feed breaks the line; other control characters are left out.
public struct Run: Sendable, Hashable {
    public var text: String

    /// In points, from 0.5 to 500.
    public var size: Double
    public var bold: Bool
    public var italic: Bool
    public var underlined: Bool

    public init(
        _ text: String, size: Double = 14, bold: Bool = false, italic: Bool = false, underlined: Bool = false
    ) {
        self.text = text
        self.size = size
        self.bold = bold
        self.italic = italic
        self.underlined = underlined
    }
}

extension [Run] {
    /// The runs as they may be set, parted where the text itself breaks the line. Never empty.
    ///
    /// Pango would spread a line before such a break over the whole width, or else begin a new paragraph after it.
    var lines: [[Run]] {
        var lines: [[Run]] = [[]]
        for var run in self {
            let parts = run.text.printable.split(separator: "\u{2028}", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0 { lines.append([]) }
                run.text = String(part)
                lines[lines.count - 1].append(run)
            }
        }
        return lines
    }
}
