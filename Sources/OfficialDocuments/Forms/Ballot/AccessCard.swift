import Typesetting

/// What stands on one card.
struct AccessCard: Sendable {
    let slip: AccessSlip
    let words: FilledTemplate

    private static let qrSide = 34.0

    var blocks: [Block] {
        get throws(TemplateFault) {
            [
                .paragraph(OfficialLayout.centred(try words.line("heading"), size: 12, bold: true)),
                .paragraph(OfficialLayout.centred(shortened(try words.line("round")), size: 10)),
                .paragraph(
                    OfficialLayout.spaced(
                        OfficialLayout.centred(try words.line("name"), size: nameSize), before: 3)),
                .space(1.5),
                .columns([
                    Column(width: .mm(Self.qrSide), [.qr(QRCode(text: slip.link, side: Self.qrSide))]),
                    Column(width: .mm(2), []), Column(try code),
                ]),
            ]
        }
    }

    private var code: [Block] {
        get throws(TemplateFault) {
            let label = Paragraph(OfficialLayout.runs(try words.line("code"), size: 10))
            // Three groups a line: what is typed from paper is read in pieces.
            let groups = slip.code.split(separator: "-")
            let lines = [groups.prefix(3), groups.dropFirst(3)].map { $0.joined(separator: "-") }
            let typed = Paragraph([Run(lines.joined(separator: "-\n"), size: 13, bold: true)], spaceAfter: 3)
            let instructions = try words.passage("instructions").map { paragraph in
                Paragraph(OfficialLayout.runs(paragraph.text, size: 9))
            }
            return ([label, typed] + instructions).map(Block.paragraph)
        }
    }

    /// Cards are of one height: a long name is set smaller.
    private var nameSize: Double {
        switch slip.name.count {
        case ...40: 13
        case ...90: 11
        default: 8
        }
    }

    private func shortened(_ text: FilledText) -> FilledText {
        let plain = text.plain
        guard plain.count > 120 else { return text }
        return FilledText(stretches: [.init(text: plain.prefix(119) + "…", emphasis: [])])
    }
}
