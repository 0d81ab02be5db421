/// A file about to be added to: what it says now, and what the update will say.
struct DocumentEdition {
    let document: PDFDocument
    var update: PDFUpdate
    let catalogReference: PDFReference
    var catalog: PDFObject.Dictionary

    init(_ pdf: [UInt8], sizeLimit: Int) throws(PDFError) {
        let structure = try PDFStructure(pdf, sizeLimit: sizeLimit)
        update = try PDFUpdate(to: structure)
        document = try PDFDocument(structure)
        guard let root = update.trailer["Root"]?.reference else { throw .malformed("the trailer has no /Root") }
        guard let catalog = try document.object(root).dictionary else { throw .malformed("there is no catalog") }
        (catalogReference, self.catalog) = (root, catalog)
    }

    /// `value` itself, or the object it refers to, as it will be.
    func resolve(_ value: PDFObject?) throws(PDFError) -> PDFObject {
        if let reference = value?.reference, let pending = update.value(of: reference) { return pending }
        return try document.resolve(value)
    }

    /// The whole file; the catalog is written again only if it has changed.
    func file() throws(PDFError) -> [UInt8] {
        var update = update
        if try document.object(catalogReference).dictionary != catalog {
            update.set(catalogReference, .dictionary(catalog))
        }
        return update.file()
    }

    /// Puts `value` where the entry of a dictionary was: into the object it refers to, or into the entry itself.
    mutating func put(_ value: PDFObject, in entries: inout PDFObject.Dictionary, at key: String) {
        if let reference = entries[key]?.reference {
            update.set(reference, value)
        } else {
            entries[key] = value
        }
    }

    mutating func putInCatalog(_ value: PDFObject, at key: String) {
        var entries = catalog
        put(value, in: &entries, at: key)
        catalog = entries
    }
}
