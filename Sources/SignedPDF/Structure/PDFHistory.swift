/// A file as it was after each of its revisions, each read by qpdf when it is first asked for.
final class PDFHistory {
    let structure: PDFStructure
    private let library: LibraryBytes
    private var documents: [Int: QPDFDocument] = [:]

    init(_ bytes: [UInt8], sizeLimit: Int) throws(PDFError) {
        structure = try PDFStructure(bytes, sizeLimit: sizeLimit)
        library = LibraryBytes(bytes)
    }

    var last: Int { structure.revisions.count - 1 }

    func document(after revision: Int) throws(PDFError) -> QPDFDocument {
        if let document = documents[revision] { return document }
        let document = try QPDFDocument(library, count: structure.revisions[revision].end)
        documents[revision] = document
        return document
    }

    func trailer(after revision: Int) -> PDFObject.Dictionary { structure.revisions[revision].section.trailer }

    func catalog(after revision: Int) throws(PDFError) -> PDFObject.Dictionary {
        let root = try document(after: revision).resolve(trailer(after: revision)["Root"])
        guard let catalog = root.dictionary else { throw .malformed("there is no catalog") }
        return catalog
    }

    /// The revision that the byte at `offset` belongs to.
    func revision(at offset: Int) -> Int? { structure.revisions.firstIndex { $0.end > offset } }
}
