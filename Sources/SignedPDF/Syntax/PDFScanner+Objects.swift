extension PDFScanner {
    /// The value that comes next; a stream's bytes stay unread.
    mutating func object(depth: Int = 0) throws(PDFError) -> PDFObject {
        guard depth <= PDFLimits.nesting else { throw .unsupported("nesting deeper than \(PDFLimits.nesting)") }
        skipSpace()
        let start = position
        let value = try value(depth)
        // Arrays and dictionaries have charged for what is in them.
        let isLeaf = value.array == nil && value.dictionary == nil
        try budget.charge(ReadingBudget.value + (isLeaf ? position - start : 0))
        return value
    }

    private mutating func value(_ depth: Int) throws(PDFError) -> PDFObject {
        switch current {
        case UInt8(ascii: "/"): return .name(try name())
        case UInt8(ascii: "("): return .string(try literalString())
        case UInt8(ascii: "["): return .array(try array(depth))
        case UInt8(ascii: "<"):
            return bytes[position...].prefix(2).last == UInt8(ascii: "<")
                ? .dictionary(try dictionary(depth)) : .string(try hexString())
        default: return try scalar()
        }
    }

    private mutating func array(_ depth: Int) throws(PDFError) -> [PDFObject] {
        try expect("[")
        var items: [PDFObject] = []
        while true {
            skipSpace()
            if skip("]") { return items }
            items.append(try object(depth: depth + 1))
        }
    }

    private mutating func dictionary(_ depth: Int) throws(PDFError) -> PDFObject.Dictionary {
        var entries: PDFObject.Dictionary = [:]
        try forEachEntry(depth) { key, value, _ in entries[key] = value }
        return entries
    }

    /// Reads a dictionary, and tells where in the bytes each of its values stands.
    ///
    /// A key that comes twice is an error: programs differ in which of the two they take.
    mutating func forEachEntry(
        _ depth: Int = 0, _ visit: (String, PDFObject, Range<Int>) -> Void
    ) throws(PDFError) {
        try expect("<<")
        var keys: Set<String> = []
        while true {
            skipSpace()
            if skip(">>") { return }
            let key = try name()
            try budget.charge(ReadingBudget.entry + key.utf8.count)
            guard keys.insert(key).inserted else { throw fault("no second /\(key)") }
            skipSpace()
            let start = position
            let value = try object(depth: depth + 1)
            visit(key, value, start..<position)
        }
    }

    /// A number, a reference or a keyword.
    private mutating func scalar() throws(PDFError) -> PDFObject {
        let start = position
        let word = word()
        if let integer = Self.integer(word) { return reference(from: integer, word) ?? .integer(integer) }
        if Self.isReal(word) { return .real(String(decoding: word, as: UTF8.self)) }
        switch String(decoding: word, as: UTF8.self) {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "null": return .null
        default: throw faultAt(start, "a value")
        }
    }

    /// `12 0 R`, where `12` has been read; nil, and the cursor where it was, if it is a number after all.
    private mutating func reference(from number: Int, _ word: ArraySlice<UInt8>) -> PDFObject? {
        guard number > 0, word.first != UInt8(ascii: "+") else { return nil }
        var ahead = self
        ahead.skipSpace()
        guard let generation = try? ahead.count(), generation < 65_536 else { return nil }
        ahead.skipSpace()
        guard ahead.word().elementsEqual([UInt8(ascii: "R")]) else { return nil }
        position = ahead.position
        return .reference(PDFReference(number, generation))
    }

    private static func integer(_ word: ArraySlice<UInt8>) -> Int? {
        guard let last = word.last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last), word.count <= 18 else {
            return nil
        }
        return Int(String(decoding: word, as: UTF8.self))
    }

    private static func isReal(_ word: ArraySlice<UInt8>) -> Bool {
        var body = word
        if let sign = body.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { body.removeFirst() }
        let points = body.count { $0 == UInt8(ascii: ".") }
        let digits = body.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits > 0 && points == 1 && digits + points == body.count
    }
}
