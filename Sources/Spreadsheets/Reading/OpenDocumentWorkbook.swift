/// An `.ods` (OpenDocument 1.2 and 1.3, part 3): its sheets, one after the other in one file.
struct OpenDocumentWorkbook {
    private static let type = Array("application/vnd.oasis.opendocument.spreadsheet".utf8)

    private let package: OfficePackage

    /// - Throws: `SpreadsheetFault`.
    init(_ package: OfficePackage) throws(SpreadsheetFault) {
        self.package = package
        let type = try package.read("mimetype")
        guard type.starts(with: Self.type) else { throw SpreadsheetFault(.notASpreadsheet) }
        try Self.requireUnprotected(package)
    }

    private static func requireUnprotected(_ package: OfficePackage) throws(SpreadsheetFault) {
        let name = "META-INF/manifest.xml"
        guard package.contains(name) else { return }
        let xml = try package.xml(name)
        while let event = try xml.next() {
            if case .start(let element) = event, element.name == "encryption-data" {
                throw SpreadsheetFault(.protected)
            }
        }
    }

    /// - Throws: `SpreadsheetFault`.
    func sheet(_ name: String?) throws(SpreadsheetFault) -> Spreadsheet {
        var (names, rows, found): ([String], [Spreadsheet.Row], String?) = ([], [], nil)
        var hasLinks = false
        let xml = try package.xml("content.xml")
        while let event = try xml.next() {
            guard case .start(let element) = event, element.namespace == OpenDocument.table else { continue }
            switch element.name {
            // What was there before others changed it is no sheet.
            case "tracked-changes": try OpenDocument.skip(in: xml)
            case "table":
                guard names.count < package.limits.sheets else { throw SpreadsheetFault(.tooLarge, "too many sheets") }
                let title = element("name", OpenDocument.table) ?? ""
                names.append(title)
                let isWanted = found == nil && (name.map { $0.lowercased() == title.lowercased() } ?? true)
                guard isWanted else {
                    try OpenDocument.skip(in: xml)
                    continue
                }
                var sheet = OpenDocumentSheet(title, package.limits)
                (rows, found) = (try sheet.rows(of: xml), title)
                hasLinks = hasLinks || sheet.isLinked
            default: break
            }
        }
        guard let found else {
            throw SpreadsheetFault(.noSuchSheet, sheet: name, names.joined(separator: ", "))
        }
        return Spreadsheet(name: found, sheetNames: names, rows: rows, ignored: ignored(hasLinks))
    }

    private func ignored(_ hasLinks: Bool) -> Set<Spreadsheet.Ignored> {
        var ignored: Set<Spreadsheet.Ignored> = hasLinks ? [.externalLinks] : []
        if package.names.contains(where: { $0.hasPrefix("Basic/") || $0.hasPrefix("Scripts/") }) {
            ignored.insert(.macros)
        }
        return ignored
    }
}

/// Names of the format.
enum OpenDocument {
    private static let base = "urn:oasis:names:tc:opendocument:xmlns:"
    static let (table, text, office) = (base + "table:1.0", base + "text:1.0", base + "office:1.0")
    static let extended = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

    /// Passes over the element that has just begun, to its end.
    static func skip(in xml: XMLPull) throws(SpreadsheetFault) {
        var depth = 1
        while depth > 0, let event = try xml.next() {
            switch event {
            case .start: depth += 1
            case .end: depth -= 1
            case .text: break
            }
        }
    }
}
