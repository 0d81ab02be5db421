extension Composer {
    func strips(of paragraph: Paragraph, width: Double) throws(TypesettingError) -> [Strip] {
        let texts = try texts(
            paragraph.runs, alignment: paragraph.alignment, width: width,
            indent: paragraph.firstLineIndent.pointsFromMillimetres)
        let set = SetParagraph(
            texts, tag: paragraph.role.tag, spacing: paragraph.lineSpacing, rule: paragraph.ruleBelow)
        let lines = set.strips(keepsWithNext: paragraph.keepsWithNext)
        return space(paragraph.spaceBefore) + lines + space(paragraph.spaceAfter)
    }

    /// Text that is a part of what is tagged round it.
    func stack(_ runs: [Run], alignment: Alignment, width: Double) throws(TypesettingError) -> Stack {
        let texts = try texts(runs, alignment: alignment, width: width, indent: 0)
        return Stack(SetParagraph(texts, tag: nil).strips(keepsWithNext: false))
    }

    private func texts(
        _ runs: [Run], alignment: Alignment, width: Double, indent: Double
    ) throws(TypesettingError) -> [ShapedText] {
        var texts: [ShapedText] = []
        for line in runs.lines {
            // A line that the text itself begins hangs as the first does, but is not indented.
            let indent = texts.isEmpty || indent < 0 ? indent : 0
            texts.append(
                try ShapedText(line, width: width, alignment: alignment, indent: indent, fonts: fonts))
        }
        return texts
    }

    private func space(_ height: Double) -> [Strip] { height == 0 ? [] : [.space(height)] }
}

extension ParagraphRole {
    fileprivate var tag: String? {
        switch self {
        case .body: "P"
        case .heading(let level): "H\(min(max(level, 1), 6))"
        case .artifact: nil
        }
    }
}
