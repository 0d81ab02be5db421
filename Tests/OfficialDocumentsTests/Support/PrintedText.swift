/// One stretch of a printed page as poppler reads it back, in points from the page's top left corner.
struct PrintedText {
    let page: Int
    let left: Double
    let top: Double
    let width: Double
    let height: Double

    /// Of the letters.
    let size: Double
    let isBold: Bool
    let isItalic: Bool
    let text: String

    var right: Double { left + width }
    var middle: Double { left + width / 2 }
}

extension PrintedText {
    /// A line's stretches of one look made one: a PDF sets letters of one word from several subsets of its font.
    static func joined(_ texts: [PrintedText]) -> [PrintedText] {
        var lines: [PrintedText] = []
        for text in texts {
            if let last = lines.last, let longer = last.continued(by: text) {
                lines[lines.count - 1] = longer
            } else {
                lines.append(text)
            }
        }
        return lines
    }

    private func continued(by next: PrintedText) -> PrintedText? {
        let gap = next.left - right
        guard page == next.page, abs(top - next.top) < 3, size == next.size, isBold == next.isBold,
            isItalic == next.isItalic, gap > -2, gap < size * 0.8
        else { return nil }
        let isSpaced = gap > size * 0.15 && !text.hasSuffix(" ") && !next.text.hasPrefix(" ")
        return PrintedText(
            page: page, left: left, top: min(top, next.top), width: next.right - left,
            height: max(height, next.height), size: size, isBold: isBold, isItalic: isItalic,
            text: text + (isSpaced ? " " : "") + next.text)
    }
}
