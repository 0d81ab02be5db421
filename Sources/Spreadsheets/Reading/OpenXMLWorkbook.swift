/// An `.xlsx` (ECMA-376, transitional or strict): which sheets it has, and what all of them share.
struct OpenXMLWorkbook {
    private struct SheetEntry {
        let name: String
        let relation: String
        let isHidden: Bool
    }

    private let package: OfficePackage
    private let relations: OpenXMLRelations
    private var origin = DateOrigin.year1900
    private var sheets: [SheetEntry] = []

    /// - Throws: `SpreadsheetFault`.
    init(_ package: OfficePackage) throws(SpreadsheetFault) {
        self.package = package
        let root = try OpenXMLRelations(package, of: "")
        guard let workbook = root.first(ofType: "officeDocument") else { throw SpreadsheetFault(.notASpreadsheet) }
        relations = try OpenXMLRelations(package, of: workbook)
        let xml = try package.xml(workbook)
        while let event = try xml.next() {
            guard case .start(let element) = event, OpenXML.isMain(element) else { continue }
            try note(element)
        }
    }

    private mutating func note(_ element: XMLElement) throws(SpreadsheetFault) {
        switch element.name {
        case "workbookPr": if ["1", "true"].contains(element("date1904") ?? "") { origin = .year1904 }
        case "sheet":
            guard sheets.count < package.limits.sheets else { throw SpreadsheetFault(.tooLarge, "too many sheets") }
            guard let name = element("name"), let relation = OpenXML.relation(of: element) else { return }
            // Sheets of charts alone have no cells.
            guard relations[relation]?.type == "worksheet" else { return }
            let isHidden = ["hidden", "veryHidden"].contains(element("state") ?? "")
            sheets.append(SheetEntry(name: name, relation: relation, isHidden: isHidden))
        default: break
        }
    }

    private var ignored: Set<Spreadsheet.Ignored> {
        var ignored: Set<Spreadsheet.Ignored> = []
        if relations.first(ofType: "vbaProject") != nil { ignored.insert(.macros) }
        if relations.first(ofType: "externalLink") != nil { ignored.insert(.externalLinks) }
        return ignored
    }

    /// - Throws: `SpreadsheetFault`.
    func sheet(_ name: String?) throws(SpreadsheetFault) -> Spreadsheet {
        let visible = sheets.filter { !$0.isHidden }
        let wanted = name.map { name in visible.first { $0.name.lowercased() == name.lowercased() } } ?? visible.first
        guard let wanted, let part = relations[wanted.relation]?.target else {
            throw SpreadsheetFault(.noSuchSheet, sheet: name, visible.map(\.name).joined(separator: ", "))
        }
        let shared = try relations.first(ofType: "sharedStrings").map { part throws(SpreadsheetFault) in
            try OpenXMLTexts.shared(package.xml(part), limit: package.limits.text)
        }
        let formats = try relations.first(ofType: "styles").map { part throws(SpreadsheetFault) in
            try OpenXMLFormats(package.xml(part))
        }
        var sheet = OpenXMLSheet(
            wanted.name, shared: shared ?? [], formats: formats ?? OpenXMLFormats(), origin: origin,
            limits: package.limits)
        return Spreadsheet(
            name: wanted.name, sheetNames: visible.map(\.name), rows: try sheet.rows(of: package.xml(part)),
            ignored: ignored)
    }
}

/// Names of the format.
enum OpenXML {
    private static let main: Set<String> = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ]

    private static let relations = [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ]

    /// Extensions of other namespaces are passed over.
    static func isMain(_ element: XMLElement) -> Bool { main.contains(element.namespace) }

    static func relation(of element: XMLElement) -> String? {
        relations.lazy.compactMap { element("id", $0) }.first
    }
}

/// Where what a part refers to is (ECMA-376 part 2).
struct OpenXMLRelations {
    struct Relation {
        /// The last word of the type's URI: "worksheet".
        let type: String

        /// A name in the archive.
        let target: String
    }

    private var byID: [String: Relation] = [:]
    private var order: [String] = []

    /// - Parameter part: the name of the file that refers; empty for the whole.
    init(_ package: OfficePackage, of part: String) throws(SpreadsheetFault) {
        let folder = Self.folder(of: part)
        let name = folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
        guard package.contains(name) else { return }
        let xml = try package.xml(name)
        while let event = try xml.next() {
            guard case .start(let element) = event, element.name == "Relationship", let id = element("Id"),
                let type = element("Type")?.split(separator: "/").last, let target = element("Target")
            else { continue }
            order.append(id)
            byID[id] = Relation(type: String(type), target: Self.resolved(target, in: folder))
        }
    }

    subscript(id: String) -> Relation? { byID[id] }

    func first(ofType type: String) -> String? {
        order.lazy.compactMap { byID[$0] }.first { $0.type == type }?.target
    }

    /// With its slash; empty for a name without one.
    static func folder(of part: String) -> String { part.lastIndex(of: "/").map { String(part[...$0]) } ?? "" }

    private static func resolved(_ target: String, in folder: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var names = folder.split(separator: "/")
        for name in target.split(separator: "/") where name != "." {
            if name == ".." { _ = names.popLast() } else { names.append(name) }
        }
        return names.joined(separator: "/")
    }
}
