extension RevisionComparison {
    /// Entries of a form that only fields use which are filled in by typing, of which there are none: some programs add
    /// them.
    private static let idle: Set<String> = ["DA", "DR"]

    mutating func compareForms(
        _ before: PDFObject.Dictionary, _ after: PDFObject.Dictionary
    ) throws(PDFError) {
        let (form, newForm) = (try old.resolve(before["AcroForm"]), try new.resolve(after["AcroForm"]))
        oldFields = try FormField.all(in: old, catalog: before)
        guard let entries = newForm.dictionary else {
            if form != newForm { forbid(.catalogEntry("AcroForm")) }
            return
        }
        try explain(before["AcroForm"], after["AcroForm"])
        let known = form.dictionary
        for key in Self.differences(known ?? [:], entries) where !["Fields", "SigFlags"].contains(key) {
            if known?[key] != nil || !Self.idle.contains(key) { forbid(.formEntry(key)) }
        }
        try compareFields(known?["Fields"], entries["Fields"])
    }

    /// Fields are added behind those that there were; one that stood empty may have been signed.
    private mutating func compareFields(_ before: PDFObject?, _ after: PDFObject?) throws(PDFError) {
        let (known, all) = (try old.resolve(before).array ?? [], try new.resolve(after).array ?? [])
        try explain(before, after)
        guard all.starts(with: known) else { return forbid(.fieldsChanged) }
        newFields = try FormField.all(in: new, roots: Array(all.dropFirst(known.count)))
        // Each on its own: no tree of fields above it that nobody looks at.
        guard newFields.map(\.reference) == all.dropFirst(known.count).compactMap(\.reference),
            newFields.allSatisfy({ objects.added.contains($0.reference.number) })
        else { return forbid(.fieldsChanged) }
        for field in oldFields where field.type == "Sig" && field.value == nil { try compareEmpty(field) }
    }

    /// A signature put into a field that stood empty. Without one, nothing may be put there: least of all a mark.
    private mutating func compareEmpty(_ field: FormField) throws(PDFError) {
        let places = Set([field.reference] + field.widgets.map(\.reference)).filter {
            objects.changed.contains($0.number)
        }
        guard !places.isEmpty else { return }
        let signature = try written(try new.object(field.reference).dictionary?["V"])
        guard signature.dictionary != nil else { return forbid(.fieldsChanged) }
        for place in places { try compareEmpty(place, of: field) }
        permit(.fieldSigned(name: field.name))
        if hasSignature, try FieldCheck(new).certifies(signature) { forbid(.badField(field.name, .certifies)) }
    }

    private mutating func compareEmpty(_ place: PDFReference, of field: FormField) throws(PDFError) {
        guard let before = try old.object(place).dictionary, let after = try new.object(place).dictionary,
            Self.differences(before, after).allSatisfy(["V", "AP", "F", "M"].contains)
        else { return forbid(.fieldsChanged) }
        try explain(place)
        let widget = FormField.Widget(reference: place, entries: after)
        if let fault = try fault(ofMark: widget) { forbid(.badField(field.name, fault)) }
    }

    private func fault(ofMark widget: FormField.Widget) throws(PDFError) -> FieldFault? {
        guard let page = try PagePlaces(old).page(of: widget.reference) else {
            return try FieldCheck(new).fault(ofMark: widget, pageArea: nil)
        }
        let place = try new.page(page)
        if let fault = try FieldCheck(new).fault(ofMark: widget, pageArea: try new.shownArea(of: place).area) {
            return fault
        }
        return try hidesSignature(widget, page: place) ? .hidesSignature : nil
    }

    /// Whether it covers more than half of an earlier signature's mark. Less is custom: a seal stands across a third
    /// of the signature.
    private func hidesSignature(_ widget: FormField.Widget, page: PDFReference) throws(PDFError) -> Bool {
        guard let box = PDFRectangle(try new.resolve(widget.entries["Rect"])) else { return false }
        let annotations = try old.resolve(old.object(page).dictionary?["Annots"]).array ?? []
        for mark in oldFields.filter({ $0.value != nil }).flatMap(\.widgets)
        where annotations.contains(.reference(mark.reference)) {
            guard let known = PDFRectangle(try old.resolve(mark.entries["Rect"])), known.area > 0 else { continue }
            if box.intersection(known).area > known.area / 2 { return true }
        }
        return false
    }
}
