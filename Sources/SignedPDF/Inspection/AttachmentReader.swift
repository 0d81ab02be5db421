/// Reads the attached files of one revision: the leaves of a name tree (ISO 32000-2, 7.9.6).
struct AttachmentReader {
    private let document: PDFDocument
    private var visited: Set<PDFReference> = []
    private var attachments: [PDFAttachment] = []

    private init(_ document: PDFDocument) { self.document = document }

    /// By name.
    static func read(_ history: PDFHistory, after revision: Int) throws(PDFError) -> [PDFAttachment] {
        var reader = AttachmentReader(try history.document(after: revision))
        let names = try reader.document.resolve(history.catalog(after: revision)["Names"]).dictionary ?? [:]
        if let tree = names["EmbeddedFiles"] { try reader.visit(tree, depth: 0) }
        return reader.attachments.sorted { $0.name < $1.name }
    }

    private mutating func visit(_ item: PDFObject, depth: Int) throws(PDFError) {
        if let reference = item.reference, !visited.insert(reference).inserted {
            throw .malformed("the tree of attachments")
        }
        guard depth < PDFLimits.nesting, let node = try document.resolve(item).dictionary else {
            throw .malformed("the tree of attachments")
        }
        let leaves = try document.resolve(node["Names"]).array ?? []
        for index in stride(from: 1, to: leaves.count, by: 2) { try read(leaves[index]) }
        for kid in try document.resolve(node["Kids"]).array ?? [] { try visit(kid, depth: depth + 1) }
    }

    private mutating func read(_ item: PDFObject) throws(PDFError) {
        guard attachments.count < PDFLimits.attachmentCount else {
            throw .unsupported("more than \(PDFLimits.attachmentCount) attachments")
        }
        guard let file = try document.resolve(item).dictionary,
            let name = try document.text(file["UF"] ?? file["F"]),
            let streams = try document.resolve(file["EF"]).dictionary,
            let reference = (streams["UF"] ?? streams["F"])?.reference,
            let entries = try document.object(reference).entries
        else { throw .malformed("an attachment without a name or a content") }
        let parameters = try document.resolve(entries["Params"]).dictionary ?? [:]
        attachments.append(
            PDFAttachment(
                name: name, description: try document.text(file["Desc"]) ?? "",
                mimeType: try mimeType(entries["Subtype"]?.name),
                relationship: file["AFRelationship"]?.name.flatMap(PDFAttachment.Relationship.init) ?? .unspecified,
                bytes: try document.stream(reference),
                modified: try document.resolve(parameters["ModDate"]).string.flatMap(PDFDate.decode)))
    }

    private func mimeType(_ name: String?) throws(PDFError) -> String {
        guard let name else { return "application/octet-stream" }
        try document.budget.charge(2 * name.utf8.count)
        return PDFName.text(name) ?? "application/octet-stream"
    }
}
