extension CrossReferenceSection {
    static func stream(_ scanner: inout PDFScanner) throws(PDFError) -> Self {
        let object = try scanner.indirectObject { reference throws(PDFError) in
            throw .malformed("the length of a cross-reference stream is in object \(reference.number)")
        }
        guard case .stream(let trailer) = object.value, trailer["Type"] == .name("XRef"),
            let range = object.streamRange
        else { throw scanner.faultAt(object.range.lowerBound, "cross-references") }
        let data = try PackedStream(trailer).unpack(scanner.bytes[range], budget: scanner.budget)
        return try Self(
            offset: object.range.lowerBound, isStream: true, entries: rows(of: data, trailer, scanner.budget),
            trailer: trailer,
            range: object.range)
    }

    private static func rows(
        of data: [UInt8], _ trailer: PDFObject.Dictionary, _ budget: ReadingBudget
    ) throws(PDFError) -> [Int: CrossReference] {
        let widths = (trailer["W"]?.array ?? []).compactMap(\.integer)
        guard widths.count == 3, widths.allSatisfy({ (0...8).contains($0) }), widths[1] > 0 else {
            throw .malformed("the widths of a cross-reference stream")
        }
        var entries: [Int: CrossReference] = [:]
        var position = 0
        try budget.charge(data.count / widths.reduce(0, +), each: 2 * ReadingBudget.entry)
        for number in try numbers(trailer, rows: data.count / widths.reduce(0, +)) {
            let fields = widths.map { width in
                position += width
                return data[position - width..<position].reduce(0) { $0 << 8 | Int($1) }
            }
            guard entries.updateValue(try row(fields, widths), forKey: number) == nil else {
                throw .malformed("object \(number) comes twice in one cross-reference stream")
            }
        }
        return entries
    }

    /// - Parameter fields: eight bytes at most, so that those beyond reach come out negative.
    private static func row(_ fields: [Int], _ widths: [Int]) throws(PDFError) -> CrossReference {
        guard fields.allSatisfy({ $0 >= 0 }) else { throw .malformed("a cross-reference beyond every file") }
        switch widths[0] == 0 ? 1 : fields[0] {
        case 0: return .free
        case 1: return .offset(fields[1], generation: fields[2])
        case 2: return .packed(container: fields[1], index: fields[2])
        default: throw .malformed("a cross-reference of an unknown type")
        }
    }

    private static func numbers(_ trailer: PDFObject.Dictionary, rows: Int) throws(PDFError) -> [Int] {
        let index = trailer["Index"]?.array ?? [.integer(0), trailer["Size"] ?? .null]
        let bounds = index.compactMap(\.integer)
        var numbers: [Int] = []
        guard bounds.count == index.count, bounds.count.isMultiple(of: 2) else {
            throw .malformed("the index of a cross-reference stream")
        }
        for pair in stride(from: 0, to: bounds.count, by: 2) {
            let (first, count) = (bounds[pair], bounds[pair + 1])
            guard (0...8_388_607).contains(first), count >= 0, count <= rows - numbers.count else {
                throw .malformed("the index of a cross-reference stream")
            }
            numbers += Array(first..<first + count)
        }
        guard numbers.count == rows else { throw .malformed("a cross-reference stream of another length") }
        return numbers
    }
}
