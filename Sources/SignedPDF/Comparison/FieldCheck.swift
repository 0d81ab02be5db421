/// What a signature field may be that is added to a signed file.
struct FieldCheck {
    /// Of a field, of its place on a page, or of both. No actions, and nothing that is shown but the appearance.
    private static let entries: Set<String> = [
        "AP", "AS", "BS", "Border", "C", "DA", "DR", "F", "FT", "Ff", "H", "Kids", "Lock", "M", "MK", "NM", "P",
        "Parent",
        "Q", "Rect", "StructParent", "SV", "Subtype", "T", "TM", "TU", "Type", "V",
    ]
    /// A form that is placed by its own coordinates may be a little larger by rounding, in points.
    private static let slack = 1.0

    private let document: QPDFDocument

    init(_ document: QPDFDocument) { self.document = document }

    func fault(of field: FormField) -> FieldFault? {
        guard field.type == "Sig" else { return .notASignatureField }
        for entries in [field.entries] + field.widgets.map(\.entries) {
            guard entries.keys.allSatisfy(Self.entries.contains) else { return .strangeEntry }
            guard [nil, .name("Annot")].contains(entries["Type"]), [nil, .name("Widget")].contains(entries["Subtype"])
            else { return .notASignatureField }
        }
        return nil
    }

    /// Whether anything of it is drawn.
    func showsSomething(_ field: FormField) throws(PDFError) -> Bool {
        for widget in field.widgets {
            if widget.entries["MK"] != nil { return true }
            for appearance in try document.resolve(widget.entries["AP"]).dictionary?.values.map({ $0 }) ?? [] {
                guard let reference = appearance.reference, case .stream = try document.object(reference),
                    try document.rawStream(reference).isEmpty
                else { return true }
            }
        }
        return false
    }

    /// - Parameter signature: the signature dictionary.
    func certifies(_ signature: PDFObject) throws(PDFError) -> Bool {
        for item in try document.resolve(signature.dictionary?["Reference"]).array ?? [] {
            if try document.resolve(item).dictionary?["TransformMethod"] == .name("DocMDP") { return true }
        }
        return false
    }

    /// - Parameter pageArea: in square points; nil where it is on no page, or the place was there before.
    func fault(of widget: FormField.Widget, pageArea: Double?) throws(PDFError) -> FieldFault? {
        guard let box = PDFRectangle(try document.resolve(widget.entries["Rect"])) else {
            return widget.entries["Rect"] == nil ? nil : .badAppearance
        }
        if let pageArea, box.area > pageArea / 6 { return .tooLargeOnPage }
        guard let appearances = try document.resolve(widget.entries["AP"]).dictionary else {
            return widget.entries["AP"] == nil ? nil : .badAppearance
        }
        for appearance in appearances.values {
            guard case .stream(let form) = try document.resolve(appearance),
                let bounds = PDFRectangle(try document.resolve(form["BBox"])),
                let placed = bounds.transformed(by: try document.resolve(form["Matrix"]))
            else { return .badAppearance }
            // An invisible signature has a form as well, of whatever size.
            guard box.area == 0 || fits(placed, in: box) else { return .appearanceTooLarge }
        }
        return nil
    }

    private func fits(_ bounds: PDFRectangle, in box: PDFRectangle) -> Bool {
        bounds.width <= box.width + Self.slack && bounds.height <= box.height + Self.slack
    }
}
