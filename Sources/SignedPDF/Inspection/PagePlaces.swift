/// Which page an annotation stands on.
struct PagePlaces {
    private var pages: [PDFReference: Int] = [:]

    init(_ document: PDFDocument) throws(PDFError) {
        for (index, page) in try document.pages().enumerated() {
            guard let annotations = try document.object(page).dictionary?["Annots"] else { continue }
            for annotation in try document.resolve(annotations).array ?? [] {
                if let reference = annotation.reference { pages[reference] = index }
            }
        }
    }

    /// Counted from 0.
    func page(of annotation: PDFReference) -> Int? { pages[annotation] }
}

extension Sequence {
    func firstNonNil<Value>(_ value: (Element) -> Value?) -> Value? {
        for element in self { if let value = value(element) { return value } }
        return nil
    }
}
