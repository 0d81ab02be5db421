import Typesetting

extension OfficialLayout {
    /// What a template's paragraphs look like, by their styles; `boxes` has no text and is the form's own.
    static func blocks(_ paragraphs: [FilledTemplate.Paragraph], boxes: [Block] = []) -> [Block] {
        paragraphs.flatMap { $0.style == .boxes ? boxes : blocks($0.text, in: $0.style) }
    }

    private static func blocks(_ text: FilledText, in style: ParagraphStyle) -> [Block] {
        switch style {
        case .body: [.paragraph(justified(runs(text, size: bodySize)))]
        case .flush: [.paragraph(justified(runs(text, size: bodySize), indent: 0))]
        case .heading: [.paragraph(heading(text))]
        case .title: [.paragraph(spaced(centred(text, size: subjectSize, bold: true), before: 2 * paragraphSpace))]
        case .centred: [.paragraph(spaced(centred(text, size: bodySize), before: paragraphSpace))]
        case .note: [.paragraph(justified(runs(text, size: noteSize, italic: true), indent: 0))]
        case .recipient: [.paragraph(Paragraph(runs(text, size: recipientSize)))]
        case .blank: label(text) + [.paragraph(dots)]
        case .boxes: []
        }
    }

    private static func heading(_ text: FilledText) -> Paragraph {
        Paragraph(
            runs(text, size: bodySize, bold: true), firstLineIndent: firstLineIndent, spaceBefore: paragraphSpace,
            lineSpacing: lineSpacing, role: .heading(level: 2), keepsWithNext: true)
    }

    private static func label(_ text: FilledText) -> [Block] {
        guard !text.isEmpty else { return [] }
        var label = justified(runs(text, size: bodySize))
        label.keepsWithNext = true
        return [.paragraph(label)]
    }

    /// One line to be written on: as many points as fit in the text's width, each a quarter of the letters' size.
    private static var dots: Paragraph {
        let count = Int(textWidth / (bodySize / 4))
        return Paragraph(
            [Run(String(repeating: ".", count: count), size: bodySize)], spaceBefore: paragraphSpace,
            lineSpacing: lineSpacing, role: .artifact)
    }

    /// In points.
    private static var textWidth: Double { PageSetup().textWidth / 25.4 * 72 }
}
