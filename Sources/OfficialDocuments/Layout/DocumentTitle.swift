import Typesetting

/// The kind of a document and its subject, centred, with hyphens below; beside them, on the first page whatever the
/// document's length, the code that leads to its verification.
struct DocumentTitle: Sendable {
    let kind: FilledText
    let subject: [FilledTemplate.Paragraph]
    let code: String?

    /// From a template that has the parts "kind" and "subject".
    init(_ words: FilledTemplate, code: String? = nil) throws(TemplateFault) {
        kind = try words.line("kind")
        subject = try words.passage("subject")
        self.code = code
    }

    var blocks: [Block] {
        guard let code else { return [.space(6)] + title + [.space(2)] }
        let side = OfficialLayout.qrSide
        // As wide at the right as at the left, so that the title stays in the middle; and clear of the code.
        let gap = Column(width: .mm(OfficialLayout.qrGap), [])
        let parts = [
            Column(width: .mm(side), [.qr(QRCode(text: code, side: side))]), gap, Column(title), gap,
            Column(width: .mm(side), []),
        ]
        return [.space(6), .columns(parts), .space(2)]
    }

    private var title: [Block] {
        var head = OfficialLayout.centred(kind, size: OfficialLayout.kindSize, bold: true)
        head.role = .heading(level: 1)
        var hyphens = OfficialLayout.centred(OfficialLayout.subjectRule, size: OfficialLayout.subjectSize)
        hyphens.role = .artifact
        let lines = subject.map { line in
            OfficialLayout.centred(line.text, size: OfficialLayout.subjectSize, bold: line.style == .title)
        }
        return ([head] + lines + [hyphens]).map(Block.paragraph)
    }
}
