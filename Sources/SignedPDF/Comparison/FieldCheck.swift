/// What a signature field may be that is added to a signed file, or signed in it.
struct FieldCheck {
    /// Of a field, of its place on a page, or of both. No actions, and nothing that is shown but the appearance.
    private static let entries: Set<String> = [
        "AP", "AS", "BS", "Border", "C", "DA", "DR", "F", "FT", "Ff", "H", "Kids", "Lock", "M", "MK", "NM", "P",
        "Parent",
        "Q", "Rect", "StructParent", "SV", "Subtype", "T", "TM", "TU", "Type", "V",
    ]
    /// A form that is placed by its own coordinates may be a little larger by rounding, in points.
    private static let slack = 1.0
    /// NoZoom, NoRotate and ToggleNoView (ISO 32000-2, table 167): with them a mark leaves its place while it is
    /// looked at.
    private static let restless = 1 << 3 | 1 << 4 | 1 << 8

    private let document: PDFDocument

    init(_ document: PDFDocument) { self.document = document }

    func fault(of field: FormField) -> FieldFault? {
        guard field.type == "Sig" else { return .notASignatureField }
        for entries in [field.entries] + field.widgets.map(\.entries) {
            guard entries.keys.allSatisfy(Self.entries.contains) else { return .strangeEntry }
            guard [nil, .name("Annot")].contains(entries["Type"]), [nil, .name("Widget")].contains(entries["Subtype"])
            else { return .notASignatureField }
        }
        return nil
    }

    /// - Parameter signature: the signature dictionary.
    func certifies(_ signature: PDFObject) throws(PDFError) -> Bool {
        for item in try document.resolve(signature.dictionary?["Reference"]).array ?? [] {
            if try document.resolve(item).dictionary?["TransformMethod"] == .name("DocMDP") { return true }
        }
        return false
    }

    /// What is wrong with a mark in the place kept for it.
    /// - Parameter pageArea: in square points; nil where it is on no page.
    func fault(ofMark widget: FormField.Widget, pageArea: Double?) throws(PDFError) -> FieldFault? {
        let flags = try document.resolve(widget.entries["F"])
        guard flags == .null || flags.integer.map({ $0 & Self.restless == 0 }) ?? false else { return .strangeEntry }
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
