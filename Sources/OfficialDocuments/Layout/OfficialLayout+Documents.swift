import Typesetting

extension OfficialLayout {
    /// A4 with the official margins, numbered from the second page.
    static let page = PageSetup(numbering: .fromSecondPage(size: pageNumberSize))

    /// The same, lying: for tables too wide for an upright page.
    static let landscapePage = PageSetup(size: .a4Landscape, numbering: .fromSecondPage(size: pageNumberSize))

    static func document(
        _ title: FilledText, by author: String, created: Int64, page: PageSetup = page, _ blocks: [Block]
    ) -> PrintedDocument {
        PrintedDocument(
            title: title.plain, language: language, author: author, created: created, page: page, blocks: blocks)
    }

    /// A text's blocks and what closes it: the closing never stands alone on a page.
    static func closed(_ text: [Block], by closing: Block) -> [Block] {
        guard case .paragraph(var last) = text.last else { return text + [.space(6), closing] }
        last.keepsWithNext = true
        last.spaceAfter = 3 * paragraphSpace
        return text.dropLast() + [.paragraph(last), closing]
    }
}
