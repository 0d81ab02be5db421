/// A file as it was after each of its revisions.
final class PDFHistory {
    let structure: PDFStructure
    private var documents: [Int: PDFDocument] = [:]

    init(_ bytes: [UInt8], sizeLimit: Int, budget: ReadingBudget) throws(PDFError) {
        structure = try PDFStructure(bytes, sizeLimit: sizeLimit, budget: budget)
        // Another program's opinion on where everything is; its values are not looked at.
        _ = try QPDFDocument(LibraryBytes(bytes), count: structure.revisions[structure.revisions.count - 1].end)
    }

    var last: Int { structure.revisions.count - 1 }

    func document(after revision: Int) throws(PDFError) -> PDFDocument {
        if let document = documents[revision] { return document }
        let entries = structure.revisions[revision].section.entries
        let state =
            documents[revision - 1].map { $0.state.merging(entries) { _, newer in newer } }
            ?? structure.state(after: revision)
        let document = try PDFDocument(structure, state: state, trailer: trailer(after: revision))
        documents[revision] = document
        return document
    }

    func trailer(after revision: Int) -> PDFObject.Dictionary { structure.revisions[revision].section.trailer }

    func catalog(after revision: Int) throws(PDFError) -> PDFObject.Dictionary {
        try document(after: revision).catalog()
    }

    /// The revision that the byte at `offset` belongs to.
    func revision(at offset: Int) -> Int? { structure.revisions.firstIndex { $0.end > offset } }
}
