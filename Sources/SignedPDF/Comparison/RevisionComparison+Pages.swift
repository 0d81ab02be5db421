extension RevisionComparison {
    /// Pages are the same, but for places of new signature fields behind the annotations that there were.
    mutating func comparePages() throws(PDFError) {
        let (before, after) = (try old.pages(), try new.pages())
        guard before == after else {
            return forbid(.pageChanged(zip(before, after).prefix { $0 == $1 }.count))
        }
        let widgets = Set(newFields.flatMap(\.widgets).map(\.reference))
        for (index, page) in after.enumerated() {
            guard let known = try old.object(page).dictionary, let entries = try new.object(page).dictionary else {
                throw .malformed("page \(index + 1) is no dictionary")
            }
            guard Self.differences(known, entries).allSatisfy({ $0 == "Annots" }) else {
                forbid(.pageChanged(index))
                continue
            }
            try explain(page)
            try compareAnnotations(known["Annots"], entries["Annots"], page: index, widgets: widgets)
        }
        for field in newFields { try check(field, pages: after) }
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

    private mutating func check(_ field: FormField, pages: [PDFReference]) throws(PDFError) {
        let page = field.widgets.firstNonNil { newWidgets[$0.reference] }
        let box = field.widgets.first.flatMap { PDFRectangle($0.entries["Rect"]) } ?? .empty
        permit(.signatureField(name: field.name, page: page, rectangle: box))
        if let fault = try fault(of: field, pages: pages) { forbid(.badField(field.name, fault)) }
    }

    private func fault(of field: FormField, pages: [PDFReference]) throws(PDFError) -> FieldFault? {
        let check = FieldCheck(new)
        if let fault = check.fault(of: field) { return fault }
        let others = oldFields + newFields.filter { $0.reference != field.reference }
        guard !others.contains(where: { $0.name == field.name }) else { return .repeatedName }
        if hasSignature, try check.certifies(written(field.value)) { return .certifies }
        for widget in field.widgets {
            let page = newWidgets[widget.reference]
            let area = try page.map { page throws(PDFError) in try pageArea(pages[page]) }
            if let fault = try check.fault(of: widget, pageArea: area) { return fault }
            if let page, try hidesSignature(widget, page: pages[page]) { return .hidesSignature }
        }
        guard try written(field.value).dictionary == nil else { return nil }
        return try check.showsSomething(field) ? .shownUnsigned : nil
    }

    private func pageArea(_ page: PDFReference) throws(PDFError) -> Double {
        let boxes = [try new.inherited("CropBox", page: page), try new.inherited("MediaBox", page: page)]
        return boxes.firstNonNil { PDFRectangle($0) }?.area ?? 0
    }

    /// Whether it covers more than half of an earlier signature's mark. Less is custom: a seal stands across a third
    /// of the signature.
    private func hidesSignature(_ widget: FormField.Widget, page: PDFReference) throws(PDFError) -> Bool {
        guard let box = PDFRectangle(widget.entries["Rect"]) else { return false }
        let annotations = try old.resolve(old.object(page).dictionary?["Annots"]).array ?? []
        let marks = oldFields.filter { $0.value != nil }.flatMap(\.widgets)
            .filter { annotations.contains(.reference($0.reference)) }
            .compactMap { PDFRectangle($0.entries["Rect"]) }
        return marks.contains { $0.area > 0 && box.intersection($0).area > $0.area / 2 }
    }
}
