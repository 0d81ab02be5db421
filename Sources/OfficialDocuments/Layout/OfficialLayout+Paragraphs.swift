import Typesetting

extension OfficialLayout {
    /// A text of a template in one size; what the template sets off is set off within it.
    static func runs(_ text: FilledText, size: Double, bold: Bool = false, italic: Bool = false) -> [Run] {
        text.stretches.map { stretch in
            run(
                stretch.text, size: size, bold: bold || stretch.emphasis.contains(.bold),
                italic: italic || stretch.emphasis.contains(.italic))
        }
    }

    static func run(_ text: String, size: Double, bold: Bool = false, italic: Bool = false) -> Run {
        Run(text.withoutTowers, size: size, bold: bold, italic: italic)
    }

    /// A line of the head, the title or the signature block.
    static func centred(_ text: FilledText, size: Double, bold: Bool = false, italic: Bool = false) -> Paragraph {
        Paragraph(runs(text, size: size, bold: bold, italic: italic), alignment: .centre)
    }

    static func centred(_ text: String, size: Double, bold: Bool = false) -> Paragraph {
        Paragraph([run(text, size: size, bold: bold)], alignment: .centre)
    }

    static func justified(_ runs: [Run], indent: Double = firstLineIndent) -> Paragraph {
        Paragraph(
            runs, alignment: .justified, firstLineIndent: indent, spaceBefore: paragraphSpace,
            lineSpacing: lineSpacing)
    }

    /// The same with space above, in points.
    static func spaced(_ paragraph: Paragraph, before space: Double) -> Paragraph {
        var paragraph = paragraph
        paragraph.spaceBefore = space
        return paragraph
    }
}
