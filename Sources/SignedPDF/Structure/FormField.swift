/// A field of the document's form that has no fields below it (ISO 32000-2, 12.7.4).
struct FormField {
    /// A field's place on a page; often the field itself.
    struct Widget {
        let reference: PDFReference
        let entries: PDFObject.Dictionary
    }

    /// With the names of the fields above it, separated by full stops.
    let name: String
    let reference: PDFReference
    let type: String?
    let value: PDFObject?
    let entries: PDFObject.Dictionary
    let widgets: [Widget]

    static func all(in document: PDFDocument, catalog: PDFObject.Dictionary) throws(PDFError) -> [FormField] {
        let form = try document.resolve(catalog["AcroForm"]).dictionary ?? [:]
        return try all(in: document, roots: try document.resolve(form["Fields"]).array ?? [])
    }

    static func all(in document: PDFDocument, roots: [PDFObject]) throws(PDFError) -> [FormField] {
        var walk = FormWalk(document)
        for root in roots { try walk.visit(root, above: nil, depth: 0) }
        return walk.fields
    }
}
