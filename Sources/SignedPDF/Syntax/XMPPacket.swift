/// As much of XMP (ISO 16684-1) as is read here: byte by byte, as an XML parser does, since what people see as one
/// character may be a quotation mark with an accent.
enum XMPPacket {
    /// All texts of elements and attributes that are named `title`, whatever the prefix; nil where a title could be
    /// spelled in a way that is not looked for: another encoding, a declaration, a numeric reference.
    static func titles(in bytes: [UInt8]) -> [String]? {
        guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0), !canHide(bytes) else { return nil }
        var titles: [String] = []
        var isInside = false
        for part in bytes.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst() {
            let tag = tag(of: part)
            if isTitle(tag.drop { $0 == slash }.prefix { !PDFScanner.isSpace($0) && $0 != slash }) {
                isInside = tag.first != slash && tag.last != slash
            }
            titles += attributes(of: tag)
            if isInside { titles.append(text(part.dropFirst(tag.count + 1))) }
        }
        return titles.filter { !$0.isEmpty }
    }

    private static let slash = UInt8(ascii: "/")
    private static let quotes: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'")]

    /// Declarations, comments and parts that are not parsed begin with `<!`, references by number with `&#`.
    private static func canHide(_ bytes: [UInt8]) -> Bool {
        zip(bytes, bytes.dropFirst()).contains { pair in
            pair == (UInt8(ascii: "<"), UInt8(ascii: "!")) || pair == (UInt8(ascii: "&"), UInt8(ascii: "#"))
        }
    }

    /// Up to the `>` that ends it; one may stand in an attribute's value as well.
    private static func tag(of part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var open: UInt8?
        return part.prefix { byte in
            if byte == open {
                open = nil
            } else if open == nil, quotes.contains(byte) {
                open = byte
            }
            return byte != UInt8(ascii: ">") || open != nil
        }
    }

    private static func isTitle(_ name: ArraySlice<UInt8>) -> Bool {
        name.split(separator: UInt8(ascii: ":")).last.map { $0.elementsEqual("title".utf8) } ?? false
    }

    /// The values of attributes that are named `title`.
    private static func attributes(of tag: ArraySlice<UInt8>) -> [String] {
        var values: [String] = []
        var rest = tag
        while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
            let key = rest[..<equals].split(whereSeparator: PDFScanner.isSpace).last ?? []
            let value = rest[rest.index(after: equals)...].drop(while: PDFScanner.isSpace)
            guard let quote = value.first, quotes.contains(quote) else { break }
            let content = value.dropFirst().prefix { $0 != quote }
            if isTitle(key) { values.append(text(content)) }
            rest = value.dropFirst(content.count + 2)
        }
        return values
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let trimmed = bytes.drop(while: PDFScanner.isSpace).reversed().drop(while: PDFScanner.isSpace).reversed()
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        return entities.reduce(String(decoding: Array(trimmed), as: UTF8.self)) { $0.replacing($1.0, with: $1.1) }
    }
}
