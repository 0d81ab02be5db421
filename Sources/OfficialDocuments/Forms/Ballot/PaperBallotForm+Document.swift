import Recognition
public import Typesetting

extension PaperBallotForm: OfficialForm {
    public func document(_ templates: TemplateSet, created: Int64) throws(TemplateFault) -> PrintedDocument {
        let words = try templates.filled(.ballot, with: values)
        let head = [try heading(words), .space(4)]
        let table = Block.table(try table(words))
        let foot = OfficialLayout.blocks(try words.passage("instructions"))
        return OfficialLayout.document(
            try words.line("document-title"), by: authority.bodyName, created: created,
            page: OfficialLayout.landscapePage, head + foot + [.space(3), table])
    }

    /// The issuing body and room for its seal at the left, the title in the middle, the form's mark at the right.
    private func heading(_ words: FilledTemplate) throws(TemplateFault) -> Block {
        let side = 72.0
        return .columns([
            Column(width: .mm(side), try issuer(words)), Column(try DocumentTitle(words).blocks),
            Column(width: .mm(side), try marks(words)),
        ])
    }

    private func issuer(_ words: FilledTemplate) throws(TemplateFault) -> [Block] {
        let size = OfficialLayout.bodyNameSize
        var star = OfficialLayout.centred("*", size: size)
        star.role = .artifact
        return [
            .paragraph(OfficialLayout.centred(authority.parent.uppercased(), size: size)),
            .paragraph(OfficialLayout.centred(authority.bodyName.uppercased(), size: size, bold: true)),
            .paragraph(star),
            .paragraph(
                OfficialLayout.centred(try words.line("seal"), size: OfficialLayout.noteSize, italic: true)),
            .place(name: MarkPlace.seal.name, width: nil, height: 16),
        ]
    }

    private func marks(_ words: FilledTemplate) throws(TemplateFault) -> [Block] {
        let mark = Paragraph(
            OfficialLayout.runs(try words.line("mark"), size: OfficialLayout.noteSize, italic: true),
            alignment: .trailing)
        guard isSpecimen else { return [.paragraph(mark)] }
        let specimen = OfficialLayout.centred(try words.line("specimen"), size: 28, bold: true)
        let framed = Block.framed([.paragraph(specimen)], Frame(thickness: 1.5, padding: 2))
        let corner = Block.columns([Column([]), Column(width: .mm(46), [framed])])
        return [.paragraph(mark), .space(3), corner]
    }
}
