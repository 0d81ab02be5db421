/// A file as it was after one of its revisions: which objects there were, each read where it stands.
///
/// Objects are read by `PDFScanner`, not by a library: what a value costs is then known before it is made, and one that
/// several revisions share is read once.
final class PDFDocument {
    let structure: PDFStructure
    let state: PDFStructure.State
    private let root: PDFObject?
    private var knownPages: [PDFReference]?

    var budget: ReadingBudget { structure.budget }

    init(_ structure: PDFStructure, state: PDFStructure.State, trailer: PDFObject.Dictionary) throws(PDFError) {
        try structure.budget.charge(state.count, each: ReadingBudget.entry)
        (self.structure, self.state, root) = (structure, state, trailer["Root"])
    }

    /// A file as it is now.
    convenience init(_ structure: PDFStructure) throws(PDFError) {
        let last = structure.revisions.count - 1
        try self.init(
            structure, state: structure.state(after: last), trailer: structure.revisions[last].section.trailer)
    }

    func catalog() throws(PDFError) -> PDFObject.Dictionary {
        guard let catalog = try resolve(root).dictionary else { throw .malformed("there is no catalog") }
        return catalog
    }

    /// The object of that name; null where there is none.
    func object(_ reference: PDFReference) throws(PDFError) -> PDFObject {
        switch state[reference.number] {
        case .offset(_, reference.generation):
            return try structure.indirectObject(reference.number, in: state)?.value ?? .null
        case .packed(let container, let index) where reference.generation == 0:
            return try structure.packedObject(reference.number, index, of: container, in: state)
        default: return .null
        }
    }

    /// `value` itself, or the object it refers to.
    func resolve(_ value: PDFObject?) throws(PDFError) -> PDFObject {
        guard case .reference(let reference) = value else { return value ?? .null }
        let target = try object(reference)
        if case .reference = target { throw .malformed("object \(reference.number): a reference to a reference") }
        return target
    }

    /// A text string's text; nil for anything else.
    func text(_ value: PDFObject?) throws(PDFError) -> String? { try resolve(value).text(charging: budget) }

    /// A stream's bytes as they stand in the file.
    func rawStream(_ reference: PDFReference) throws(PDFError) -> [UInt8] {
        guard state[reference.number]?.generation == reference.generation,
            let range = try structure.indirectObject(reference.number, in: state)?.streamRange
        else { throw .malformed("object \(reference.number) is no stream") }
        try budget.charge(range.count)
        return Array(structure.bytes[range])
    }

    /// A stream's bytes, unpacked.
    func stream(_ reference: PDFReference) throws(PDFError) -> [UInt8] {
        guard case .stream(var entries) = try object(reference) else {
            throw .malformed("object \(reference.number) is no stream")
        }
        entries["Filter"] = try resolve(entries["Filter"])
        entries["DecodeParms"] = try resolve(entries["DecodeParms"])
        return try PackedStream(entries).unpack(rawStream(reference)[...], budget: budget)
    }
}

/// The tree of pages (ISO 32000-2, 7.7.3).
extension PDFDocument {
    func pages() throws(PDFError) -> [PDFReference] {
        if let knownPages { return knownPages }
        var pages: [PDFReference] = []
        var visited: Set<PDFReference> = []
        try visit(catalog()["Pages"], depth: 0, &visited, &pages)
        guard !pages.isEmpty else { throw .malformed("there is no page") }
        knownPages = pages
        return pages
    }

    private func visit(
        _ item: PDFObject?, depth: Int, _ visited: inout Set<PDFReference>, _ pages: inout [PDFReference]
    ) throws(PDFError) {
        guard let reference = item?.reference, depth < PDFLimits.nesting, visited.insert(reference).inserted,
            let node = try object(reference).dictionary
        else { throw .malformed("the tree of pages") }
        try budget.charge(2 * ReadingBudget.entry)
        guard let kids = node["Kids"] else {
            guard node["Type"] == .name("Page") else { throw .malformed("the tree of pages") }
            return pages.append(reference)
        }
        guard node["Type"] == .name("Pages"), let kids = try resolve(kids).array else {
            throw .malformed("the tree of pages")
        }
        for kid in kids { try visit(kid, depth: depth + 1, &visited, &pages) }
    }

    /// - Parameter index: counted from 0.
    func page(_ index: Int) throws(PDFError) -> PDFReference {
        let pages = try pages()
        guard pages.indices.contains(index) else { throw .noSuchPage(index, count: pages.count) }
        return pages[index]
    }

    /// An entry of a page, which it may have from the tree above it (ISO 32000-2, 7.7.3.4).
    func inherited(_ key: String, page: PDFReference) throws(PDFError) -> PDFObject {
        var node = try object(page)
        for _ in 0..<PDFLimits.nesting {
            if let value = node.dictionary?[key], value != .null { return try resolve(value) }
            guard let parent = node.dictionary?["Parent"] else { return .null }
            node = try resolve(parent)
        }
        throw .malformed("the page tree has no end")
    }
}
