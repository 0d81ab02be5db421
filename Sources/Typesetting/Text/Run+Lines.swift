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
