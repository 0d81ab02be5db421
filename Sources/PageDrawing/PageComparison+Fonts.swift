extension PageComparison {
    /// Whether text is seen whose font the file does not bring along. Where there are no fonts, or none that may be
    /// opened, it is not drawn at all, and two pictures of it are alike whatever it says.
    static let seesText = sees("BT /F 24 Tf 10 50 Td (Ag) Tj ET")

    /// - Parameter content: of a page that is white without it.
    static func sees(_ content: String) -> Bool {
        do {
            let (blank, drawn) = (try DrawnFile(page("")).draw(0), try DrawnFile(page(content)).draw(0))
            for row in 0..<blank.height where try !blank.differences(from: drawn, in: row).isEmpty { return true }
            return false
        } catch {
            return false
        }
    }

    private static func page(_ content: String) -> [UInt8] {
        let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
        return Array(
            """
            %PDF-1.4
            1 0 obj
            <</Type/Catalog/Pages 2 0 R>>
            endobj
            2 0 obj
            <</Type/Pages/Kids[3 0 R]/Count 1>>
            endobj
            3 0 obj
            <</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</Font<</F \(font)>>>>>>
            endobj
            4 0 obj
            <</Length \(content.utf8.count)>>
            stream
            \(content)
            endstream
            endobj
            trailer
            <</Root 1 0 R>>

            """.utf8)
    }
}
