/// All that is printed in one PDF.
///
/// The same value gives the same bytes, on the same machine with the same fonts.
public struct PrintedDocument: Sendable, Hashable {
    public var title: String

    /// BCP 47, such as "vi-VN". Guides how the text is shaped; the PDF's `/Lang` is for whoever finishes the file.
    public var language: String

    public var author: String?

    /// Seconds since 1970, stated as the PDF's creation date.
    public var created: Int64

    /// The pages' setup, until a block changes it.
    public var page: PageSetup

    public var blocks: [Block]

    public init(
        title: String, language: String = "vi-VN", author: String? = nil, created: Int64,
        page: PageSetup = PageSetup(), blocks: [Block]
    ) {
        self.title = title
        self.language = language
        self.author = author
        self.created = created
        self.page = page
        self.blocks = blocks
    }
}
