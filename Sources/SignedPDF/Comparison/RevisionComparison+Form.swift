extension RevisionComparison {
    /// Entries of a form that only fields use which are filled in by typing; there are none.
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
            if known != nil || !Self.idle.contains(key) { forbid(.formEntry(key)) }
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
        if let fault = try FieldCheck(new).fault(of: widget, pageArea: nil) { forbid(.badField(field.name, fault)) }
    }
}
