/// Text strings (ISO 32000-2, 7.9.2.2): ASCII as it is, else UTF-16 with a byte order mark.
enum PDFText {
    static func encode(_ text: String) -> PDFObject {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return .string(Array(text.utf8)) }
        return .string([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    }

    /// Bytes beyond ASCII without a mark are taken for Latin-1, which PDFDocEncoding is but for a few signs.
    static func decode(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFE, 0xFF]) {
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
                UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
            }
            return String(decoding: units, as: UTF16.self)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}

extension PDFObject {
    /// A text string's text; nil for anything else.
    func text(charging budget: ReadingBudget) throws(PDFError) -> String? {
        guard let string else { return nil }
        try budget.charge(2 * string.count)
        return PDFText.decode(string)
    }
}
