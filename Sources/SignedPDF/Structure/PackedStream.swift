/// How a stream's bytes are packed, as far as it is read here: not at all, or by Flate, with or without PNG's
/// predictors (ISO 32000-2, 7.4.4).
struct PackedStream {
    private let isFlate: Bool
    /// Bytes in a row that predictors work on; nil where there are none.
    private let columns: Int?

    /// - Parameter entries: the stream's dictionary, with its entries in place.
    init(_ entries: PDFObject.Dictionary) throws(PDFError) {
        switch Self.only(entries["Filter"]) {
        case .null?: isFlate = false
        case .name("FlateDecode"): isFlate = true
        default: throw .unsupported("a stream packed by something else than Flate")
        }
        let parameters = Self.only(entries["DecodeParms"])?.dictionary ?? [:]
        guard let predictor = (parameters["Predictor"] ?? .integer(1)).integer, predictor != 1 else {
            columns = nil
            return
        }
        let columns = (parameters["Columns"] ?? .integer(1)).integer ?? 0
        let plain: [PDFObject?] = [nil, .integer(8), nil, .integer(1)]
        guard predictor >= 10, (1...65_536).contains(columns), plain[0...1].contains(parameters["BitsPerComponent"]),
            plain[2...3].contains(parameters["Colors"])
        else { throw .unsupported("a stream's predictor \(predictor)") }
        self.columns = columns
    }

    /// A value, or the only item of an array; nil for anything longer.
    private static func only(_ value: PDFObject?) -> PDFObject? {
        guard let items = value?.array else { return value ?? .null }
        return items.isEmpty ? .null : items.count == 1 ? items[0] : nil
    }

    func unpack(_ packed: ArraySlice<UInt8>, budget: ReadingBudget) throws(PDFError) -> [UInt8] {
        let bytes = isFlate ? try Flate.inflate(packed, charging: budget) : Array(packed)
        if !isFlate { try budget.charge(bytes.count) }
        guard let columns else { return bytes }
        try budget.charge(bytes.count)
        return try Self.unpredict(bytes, columns)
    }

    private static func unpredict(_ bytes: [UInt8], _ columns: Int) throws(PDFError) -> [UInt8] {
        guard bytes.count.isMultiple(of: columns + 1) else { throw .malformed("a stream's rows") }
        var (above, output) = ([UInt8](repeating: 0, count: columns), [UInt8]())
        for start in stride(from: 0, to: bytes.count, by: columns + 1) {
            var row = Array(bytes[start + 1...start + columns])
            for column in row.indices {
                let (left, corner) = column == 0 ? (0, 0) : (row[column - 1], above[column - 1])
                row[column] &+= try prediction(bytes[start], left, above[column], corner)
            }
            output += row
            above = row
        }
        return output
    }

    /// PNG (ISO/IEC 15948), clause 9.
    private static func prediction(
        _ kind: UInt8, _ left: UInt8, _ above: UInt8, _ corner: UInt8
    ) throws(PDFError) -> UInt8 {
        switch kind {
        case 0: return 0
        case 1: return left
        case 2: return above
        case 3: return UInt8((Int(left) + Int(above)) / 2)
        case 4:
            let estimate = Int(left) + Int(above) - Int(corner)
            let distances = [left, above, corner].map { abs(estimate - Int($0)) }
            return distances[0] <= distances[1] && distances[0] <= distances[2]
                ? left : distances[1] <= distances[2] ? above : corner
        default: throw .malformed("a stream's predictor")
        }
    }
}
