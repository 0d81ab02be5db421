extension DocumentEdition {
    /// Room for a later signature.
    mutating func reserve(_ field: PDFAdditions.Field) throws(PDFError) {
        try SignaturePlan.check(field.name, field.rectangle)
        try add(Self.entries(of: field.name, field.rectangle), page: field.page)
    }

    /// A field of the signature's own.
    mutating func addField(_ plan: SignaturePlan, _ signature: PDFReference) throws(PDFError) {
        var entries = Self.entries(of: plan.field, plan.mark?.rectangle ?? .empty)
        entries["V"] = .reference(signature)
        if let mark = plan.mark { entries["AP"] = try appearance(mark) }
        try add(entries, page: plan.mark?.page ?? 0)
    }

    /// A field that is seen nowhere.
    mutating func addField(_ name: String, _ signature: PDFReference) throws(PDFError) {
        try add(Self.entries(of: name, .empty).merging(["V": .reference(signature)]) { _, new in new }, page: 0)
    }

    /// The signature in a field that is there and empty.
    mutating func fill(_ seat: FormField, _ plan: SignaturePlan, _ signature: PDFReference) throws(PDFError) {
        guard seat.widgets.map(\.reference) == [seat.reference] else {
            throw .unsupported("the field \(seat.name.debugDescription), seen in several places or in none")
        }
        var entries = seat.entries
        entries["V"] = .reference(signature)
        if var mark = plan.mark {
            guard let box = PDFRectangle(entries["Rect"]) else { throw .malformed("a field's rectangle") }
            mark.rectangle = box
            entries["AP"] = try appearance(mark)
        }
        update.set(seat.reference, .dictionary(entries))
    }

    private mutating func appearance(_ mark: SignaturePlan.Mark) throws(PDFError) -> PDFObject {
        .dictionary(["N": .reference(try AppearanceCopy.add(mark, to: &update))])
    }

    /// Field and widget in one (ISO 32000-2, 12.7.5.5); its flags say printed, and locked.
    private static func entries(of name: String, _ rectangle: PDFRectangle) -> PDFObject.Dictionary {
        [
            "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name("Sig"), "F": .integer(132),
            "T": PDFText.encode(name), "Rect": rectangle.object,
        ]
    }

    /// Puts a field on its page and into the form.
    private mutating func add(_ entries: PDFObject.Dictionary, page index: Int) throws(PDFError) {
        let page = try document.page(index)
        let field = update.add(.dictionary(entries.merging(["P": .reference(page)]) { _, new in new }))
        try show(field, on: page)
        try enlist(field)
    }

    private mutating func show(_ field: PDFReference, on page: PDFReference) throws(PDFError) {
        guard var entries = try resolve(.reference(page)).dictionary else {
            throw .malformed("a page is no dictionary")
        }
        let annotations = try resolve(entries["Annots"]).array ?? []
        let isApart = entries["Annots"]?.reference != nil
        put(.array(annotations + [.reference(field)]), in: &entries, at: "Annots")
        if !isApart { update.set(page, .dictionary(entries)) }
    }

    private mutating func enlist(_ field: PDFReference) throws(PDFError) {
        var form = try resolve(catalog["AcroForm"]).dictionary ?? [:]
        let fields = try resolve(form["Fields"]).array ?? []
        put(.array(fields + [.reference(field)]), in: &form, at: "Fields")
        form["SigFlags"] = .integer(3)
        if catalog["AcroForm"] == nil {
            catalog["AcroForm"] = .reference(update.add(.dictionary(form)))
        } else {
            putInCatalog(.dictionary(form), at: "AcroForm")
        }
    }
}
