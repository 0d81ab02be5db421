/// The number formats that cells refer to (ECMA-376 part 1, 18.8).
struct OpenXMLFormats {
    private var codes: [Int: NumberFormat] = [:]
    private var ofCells: [NumberFormat] = []

    init() {}

    init(_ xml: XMLPull) throws(SpreadsheetFault) {
        var isInCellFormats = false
        while let event = try xml.next() {
            switch event {
            case .start(let element) where OpenXML.isMain(element):
                if element.name == "cellXfs" { isInCellFormats = true }
                note(element, isInCellFormats)
            case .end("cellXfs"): isInCellFormats = false
            default: break
            }
        }
    }

    private mutating func note(_ element: XMLElement, _ isInCellFormats: Bool) {
        switch element.name {
        case "numFmt":
            if let id = element("numFmtId").flatMap({ Int($0) }), let code = element("formatCode") {
                codes[id] = NumberFormat(code: code)
            }
        case "xf" where isInCellFormats:
            let id = element("numFmtId").flatMap { Int($0) } ?? 0
            ofCells.append(codes[id] ?? NumberFormat(builtIn: id))
        default: break
        }
    }

    /// - Parameter style: a cell's `s`; nil where it has none.
    subscript(style: Int?) -> NumberFormat {
        let style = style ?? 0
        return ofCells.indices.contains(style) ? ofCells[style] : .general
    }
}
