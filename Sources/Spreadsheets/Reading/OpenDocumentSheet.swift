/// The cells of one sheet (OpenDocument part 3, 9.1).
struct OpenDocumentSheet {
    private let name: String
    private var builder: SheetBuilder
    private var line = 1
    private var rowTimes = 1
    private var column = 0

    /// Whether its cells come from another file.
    private(set) var isLinked = false

    init(_ name: String, _ limits: SpreadsheetLimits) { (self.name, builder) = (name, SheetBuilder(name, limits)) }

    /// Reads from the table's start to its end.
    /// - Throws: `SpreadsheetFault`.
    mutating func rows(of xml: XMLPull) throws(SpreadsheetFault) -> [Spreadsheet.Row] {
        var depth = 1
        while depth > 0, let event = try xml.next() {
            switch event {
            case .start(let element):
                if try begin(element, xml) { depth += 1 }
            case .end(let name):
                depth -= 1
                if name == "table-row" {
                    try builder.end(times: rowTimes)
                    line += rowTimes
                }
            case .text: break
            }
        }
        return builder.rows
    }

    /// - Returns: whether the element is still open.
    private mutating func begin(_ element: XMLElement, _ xml: XMLPull) throws(SpreadsheetFault) -> Bool {
        guard element.namespace == OpenDocument.table else {
            try OpenDocument.skip(in: xml)
            return false
        }
        switch element.name {
        case "table-row":
            rowTimes = try times(element, "number-rows-repeated")
            column = 0
            builder.begin(line: line)
            return true
        case "table-cell", "covered-table-cell":
            let times = try times(element, "number-columns-repeated")
            let text = try OpenDocumentCell(element, xml, name, builder.place(column: column)).text
            if !text.isEmpty {
                for offset in 0..<times { try builder.put(text, column: column + offset) }
            }
            column += times
            return false
        case "table-source", "cell-range-source":
            isLinked = true
            return true
        // A table in a cell, and pictures, are no cells of this one.
        case "table", "shapes", "named-expressions", "desc", "title":
            try OpenDocument.skip(in: xml)
            return false
        default: return true
        }
    }

    private func times(_ element: XMLElement, _ attribute: String) throws(SpreadsheetFault) -> Int {
        guard let text = element(attribute, OpenDocument.table) else { return 1 }
        guard let times = Int(text), (1...1_048_576).contains(times) else {
            throw SpreadsheetFault(.damaged, sheet: name, cell: "\(line)", attribute)
        }
        return times
    }
}

/// One cell, read from its start to its end.
struct OpenDocumentCell {
    private let element: XMLElement
    private var paragraphs: [String] = []

    /// As `Spreadsheet` shows it.
    private(set) var text = ""

    init(_ element: XMLElement, _ xml: XMLPull, _ sheet: String, _ place: String) throws(SpreadsheetFault) {
        self.element = element
        try read(xml)
        let shown = paragraphs.joined(separator: "\n")
        let isError = element("value-type", OpenDocument.extended) == "error"
        if isError || shown.hasPrefix("Err:") || (hasFormula && shown.hasPrefix("#")) {
            throw SpreadsheetFault(.errorValue, sheet: sheet, cell: place, shown)
        }
        if hasFormula, type == nil, shown.isEmpty { throw SpreadsheetFault(.notComputed, sheet: sheet, cell: place) }
        text = value(shown)
    }

    private var type: String? { element("value-type", OpenDocument.office) }
    private var hasFormula: Bool { element("formula", OpenDocument.table) != nil }

    private mutating func read(_ xml: XMLPull) throws(SpreadsheetFault) {
        var depth = 1
        while depth > 0, let event = try xml.next() {
            switch event {
            case .start(let inner):
                // A comment has paragraphs of its own.
                if inner.name == "annotation" || inner.namespace == OpenDocument.table {
                    try OpenDocument.skip(in: xml)
                } else {
                    depth += 1
                    note(inner)
                }
            case .end: depth -= 1
            case .text(let piece): if depth > 1 { append(piece) }
            }
        }
    }

    private mutating func note(_ inner: XMLElement) {
        guard inner.namespace == OpenDocument.text else { return }
        switch inner.name {
        case "p": paragraphs.append("")
        case "s":
            append(String(repeating: " ", count: min(1_000, inner("c", OpenDocument.text).flatMap { Int($0) } ?? 1)))
        case "tab": append("\t")
        case "line-break": append("\n")
        default: break
        }
    }

    private mutating func append(_ piece: String) {
        guard !paragraphs.isEmpty else { return }
        paragraphs[paragraphs.count - 1] += piece
    }

    private func value(_ shown: String) -> String {
        switch type {
        case "float", "currency": element("value", OpenDocument.office).flatMap { Self.number($0, shown) } ?? shown
        case "percentage":
            element("value", OpenDocument.office).flatMap { ShownNumber($0) }
                .map { Self.agreeing(shown, $0.timesHundred) + "%" } ?? shown
        case "date": Self.date(element("date-value", OpenDocument.office) ?? shown)
        case "time": Self.time(element("time-value", OpenDocument.office) ?? "") ?? shown
        case "boolean": element("boolean-value", OpenDocument.office) == "true" ? "1" : "0"
        default: shown
        }
    }

    private static func number(_ value: String, _ shown: String) -> String? {
        ShownNumber(value).map { agreeing(shown, $0) }
    }

    /// The digits shown, where they are this number: its zeros in front, its decimals and no more. What a format puts
    /// around them differs from country to country; the value does not.
    private static func agreeing(_ shown: String, _ value: ShownNumber) -> String {
        let digits = shown.filter { $0.isASCII && $0.isNumber }
        let decimals = shown.lastIndex { ".,".contains($0) }.map { index in
            shown[index...].filter { $0.isASCII && $0.isNumber }.count
        }
        for places in [0, decimals ?? 0] {
            let text = value.fixed(wholeDigits: max(1, digits.count - places), decimals: places...places)
            if text.filter({ $0.isASCII && $0.isNumber }) == digits { return text }
        }
        return value.general
    }

    private static func date(_ value: String) -> String {
        let parts = value.split(separator: "T", maxSplits: 1)
        guard parts.count == 2 else { return value }
        let clock = parts[1].hasSuffix(":00") && parts[1].count == 8 ? parts[1].dropLast(3) : parts[1]
        return clock == "00:00" ? String(parts[0]) : "\(parts[0]) \(clock)"
    }

    /// Of "PT08H30M00S".
    private static func time(_ value: String) -> String? {
        let numbers = value.dropFirst(2).split { "HMS".contains($0) }
        guard value.hasPrefix("PT"), numbers.count == 3 else { return nil }
        let seconds = numbers[2].prefix(2)
        return "\(numbers[0]):\(numbers[1])" + (seconds == "00" ? "" : ":\(seconds)")
    }
}
