import Typesetting

/// What stands on one card.
struct AccessCard: Sendable {
    let slip: AccessSlip
    let words: FilledTemplate

    /// As large as the name leaves room for: it is scanned from phones of any age.
    private var qrSide: Double { slip.name.count > 40 ? 31 : 38 }

    var blocks: [Block] {
        get throws(TemplateFault) {
            [
                .paragraph(OfficialLayout.centred(try words.line("heading"), size: 12, bold: true)),
                .paragraph(OfficialLayout.centred(shortened(try words.line("round"), to: 100), size: 9)),
                .paragraph(
                    OfficialLayout.spaced(
                        OfficialLayout.centred(shortened(try words.line("name"), to: 150), size: nameSize), before: 3)),
                .space(1.5),
                .columns([
                    Column(width: .mm(qrSide), [.qr(QRCode(text: slip.link, side: qrSide))]),
                    Column(width: .mm(2), []), Column(try code),
                ]),
            ]
        }
    }

    private var code: [Block] {
        get throws(TemplateFault) {
            let label = Paragraph(OfficialLayout.runs(try words.line("code"), size: 10))
            // Two groups a line: what is typed from paper is read in pieces.
            let groups = slip.code.split(separator: "-")
            let lines = stride(from: 0, to: groups.count, by: 2).map { start in
                groups[start..<min(start + 2, groups.count)].joined(separator: "-")
            }
            let typed = Paragraph([Run(lines.joined(separator: "-\n"), size: 14, bold: true)], spaceAfter: 4)
            let instructions = try words.passage("instructions").map { paragraph in
                Paragraph(OfficialLayout.runs(paragraph.text, size: 9.5))
            }
            return ([label, typed] + instructions).map(Block.paragraph)
        }
    }

    /// Cards are of one height: a long name is set smaller, and at last cut.
    private var nameSize: Double {
        switch slip.name.count {
        case ...40: 13
        case ...90: 10
        default: 8
        }
    }

    private func shortened(_ text: FilledText, to length: Int) -> FilledText {
        let plain = text.plain
        guard plain.count > length else { return text }
        return FilledText(stretches: [.init(text: plain.prefix(length - 1) + "…", emphasis: [])])
    }
}
