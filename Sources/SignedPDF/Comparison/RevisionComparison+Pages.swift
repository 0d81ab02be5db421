extension RevisionComparison {
    /// Pages are the same, but for places of new signature fields behind the annotations that there were.
    mutating func comparePages() throws(PDFError) {
        let (before, after) = (try old.pages(), try new.pages())
        guard before == after else {
            return forbid(.pageChanged(zip(before, after).prefix { $0 == $1 }.count))
        }
        let widgets = Set(newFields.flatMap(\.widgets).map(\.reference))
        for (index, page) in after.enumerated() where try isTouched(page) {
            guard let known = try old.object(page).dictionary, let entries = try new.object(page).dictionary else {
                throw .malformed("page \(index + 1) is no dictionary")
            }
            guard Self.differences(known, entries).allSatisfy({ $0 == "Annots" }) else {
                forbid(.pageChanged(index))
                try explain(page)
                continue
            }
            try explain(page)
            try compareAnnotations(known["Annots"], entries["Annots"], page: index, widgets: widgets)
        }
        for field in newFields { try check(field) }
    }

    /// Whether the revision wrote the page, or its annotations; else it is the same bytes at the same place.
    private func isTouched(_ page: PDFReference) throws(PDFError) -> Bool {
        if objects.changed.contains(page.number) { return true }
        guard let annotations = try old.object(page).dictionary?["Annots"]?.reference else { return false }
        return objects.changed.contains(annotations.number)
    }

    private mutating func compareAnnotations(
        _ before: PDFObject?, _ after: PDFObject?, page: Int, widgets: Set<PDFReference>
    ) throws(PDFError) {
        let (known, all) = (try old.resolve(before).array ?? [], try new.resolve(after).array ?? [])
        try explain(before, after)
        guard all.starts(with: known) else { return forbid(.annotationsChanged(page: page)) }
        for item in all.dropFirst(known.count) {
            guard let reference = item.reference, widgets.contains(reference), newWidgets[reference] == nil else {
                return forbid(.annotationsChanged(page: page))
            }
            newWidgets[reference] = page
        }
    }

    private mutating func check(_ field: FormField) throws(PDFError) {
        permit(.signatureField(name: field.name, page: field.widgets.firstNonNil { newWidgets[$0.reference] }))
        if let fault = try fault(of: field) { forbid(.badField(field.name, fault)) }
    }

    /// A field that was not there when the document was first signed shows nothing: what is seen later than the first
    /// signature is seen in the places kept for it.
    private func fault(of field: FormField) throws(PDFError) -> FieldFault? {
        let check = FieldCheck(new)
        if let fault = check.fault(of: field) { return fault }
        let others = oldFields + newFields.filter { $0.reference != field.reference }
        guard !others.contains(where: { $0.name == field.name }) else { return .repeatedName }
        if hasSignature, try check.certifies(written(field.value)) { return .certifies }
        for widget in field.widgets {
            let box = try new.resolve(widget.entries["Rect"])
            guard box == .null || PDFRectangle(box) != nil else { return .badAppearance }
            guard PDFRectangle(box)?.isPoint ?? true else { return .outsideKeptPlaces }
        }
        return nil
    }
}
