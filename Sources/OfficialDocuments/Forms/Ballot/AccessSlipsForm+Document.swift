import Recognition
public import Typesetting

extension AccessSlipsForm: OfficialForm {
    /// Eight to a page: two side by side, four below each other.
    private static let page = PageSetup(margins: Margins(top: 10, bottom: 10, left: 10, right: 10))
    private static let rowsPerPage = 4

    public func document(_ templates: TemplateSet, created: Int64) throws(TemplateFault) -> PrintedDocument {
        var rows: [Block] = []
        for start in stride(from: 0, to: slips.count, by: 2) {
            if start > 0, start.isMultiple(of: 2 * Self.rowsPerPage) { rows.append(.pageBreak(nil)) }
            var cards: [Column] = []
            for slip in slips[start..<min(start + 2, slips.count)] { cards.append(try card(slip, templates)) }
            rows.append(.columns(cards.count == 2 ? cards : cards + [Column([])]))
        }
        let title = try templates.filled(.accessSlips, with: values).line("document-title")
        return OfficialLayout.document(
            title, by: authority.bodyName, created: created, page: Self.page, rows)
    }

    private func card(_ slip: AccessSlip, _ templates: TemplateSet) throws(TemplateFault) -> Column {
        let words = try templates.filled(.accessSlips, with: values.adding(["name": slip.name]))
        let height = (Self.page.textHeight - 1) / Double(Self.rowsPerPage)
        let frame = Frame(style: .dashed, thickness: 0.5, padding: 3, minimumHeight: height)
        return Column([.framed(try AccessCard(slip: slip, words: words).blocks, frame)])
    }
}
