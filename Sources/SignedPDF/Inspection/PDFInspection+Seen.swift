import PageDrawing

extension PDFInspection {
    /// What is seen in a file besides what was seen in `base` and the marks of signatures made since, in the places that
    /// `base` has kept for them. Both are drawn, page by page.
    /// - Parameter base: the file as it was, such as its first signed revision.
    /// - Returns: nil where nothing is.
    /// - Throws: `PDFError`, where either cannot be read or drawn.
    public static func seenChange(
        since base: [UInt8], in file: [UInt8], sizeLimit: Int = PDFLimits.fileSize
    ) throws(PDFError) -> ForbiddenChange? {
        let (known, now) = (try PDFDocument(base, sizeLimit), try PDFDocument(file, sizeLimit))
        do {
            let difference = try PageComparison.difference(base, file, outside: keptPlaces(known, signedIn: now))
            return difference.map { area in
                .seen(
                    page: area.page,
                    PDFRectangle(x: area.left, y: area.top, width: area.width, height: area.height))
            }
        } catch let error as PDFError {
            throw error
        } catch {
            throw .unsupported("its pages cannot be drawn (\((error as? DrawingFault)?.rawValue ?? "unknown"))")
        }
    }

    /// Where `document` has empty fields that hold signatures in `later`.
    private static func keptPlaces(
        _ document: PDFDocument, signedIn later: PDFDocument
    ) throws -> [PageComparison.Area] {
        let signed = Set(try FormField.all(in: later, catalog: later.catalog()).filter { $0.value != nil }.map(\.name))
        let places = try PagePlaces(document)
        var areas: [PageComparison.Area] = []
        for field in try FormField.all(in: document, catalog: document.catalog())
        where field.type == "Sig" && field.value == nil && signed.contains(field.name) {
            for widget in field.widgets {
                guard let page = places.page(of: widget.reference),
                    let box = PDFRectangle(try document.resolve(widget.entries["Rect"]))
                else { continue }
                areas.append(try document.area(of: box, on: page))
            }
        }
        return areas
    }
}

extension PDFDocument {
    fileprivate convenience init(_ file: [UInt8], _ sizeLimit: Int) throws(PDFError) {
        try self.init(PDFStructure(file, sizeLimit: sizeLimit))
    }

    /// What is shown of a page (ISO 32000-2, 14.11.2).
    func shownArea(of page: PDFReference) throws(PDFError) -> PDFRectangle {
        let media = PDFRectangle(try inherited("MediaBox", page: page)) ?? .empty
        guard let crop = PDFRectangle(try inherited("CropBox", page: page)) else { return media }
        let shown = crop.intersection(media)
        return shown.area > 0 ? shown : media
    }

    /// Where a rectangle is on a page as it is shown: turned, and from the upper left corner.
    fileprivate func area(of box: PDFRectangle, on index: Int) throws(PDFError) -> PageComparison.Area {
        let page = try page(index)
        let shown = try shownArea(of: page)
        let turns = try inherited("Rotate", page: page).integer ?? 0
        let (left, bottom) = (box.x - shown.x, box.y - shown.y)
        let (right, top) = (shown.width - left - box.width, shown.height - bottom - box.height)
        let (x, y) =
            switch ((turns % 360) + 360) % 360 {
            case 90: (bottom, left)
            case 180: (right, bottom)
            case 270: (top, right)
            default: (left, top)
            }
        let isTurned = turns / 90 % 2 != 0
        return PageComparison.Area(
            page: index, left: x, top: y, width: isTurned ? box.height : box.width,
            height: isTurned ? box.width : box.height)
    }
}
