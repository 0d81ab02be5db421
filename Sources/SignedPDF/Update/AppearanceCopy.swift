/// The first page of a PDF of our own making, copied into an update as what a field shows (a form XObject,
/// ISO 32000-2, 8.10).
struct AppearanceCopy {
    private let source: PDFDocument
    private var copies: [PDFReference: PDFReference] = [:]

    private init(_ source: PDFDocument) { self.source = source }

    static func add(_ mark: SignaturePlan.Mark, to update: inout PDFUpdate) throws(PDFError) -> PDFReference {
        let source = try PDFDocument(PDFStructure(mark.appearance, sizeLimit: PDFLimits.fileSize))
        var copy = AppearanceCopy(source)
        return try copy.addPage(try source.page(0), to: &update, in: mark.rectangle)
    }

    private mutating func addPage(
        _ page: PDFReference, to update: inout PDFUpdate, in box: PDFRectangle
    ) throws(PDFError) -> PDFReference {
        var form: PDFObject.Dictionary = ["Type": .name("XObject"), "Subtype": .name("Form")]
        guard let bounds = PDFRectangle(try source.inherited("MediaBox", page: page)), bounds.area > 0, box.area > 0
        else { throw .invalidRequest("a mark and its rectangle are not empty") }
        form["BBox"] = bounds.object
        let scales = [box.width / bounds.width, 0, 0, box.height / bounds.height, 0, 0]
        form["Matrix"] = .array(scales.map { .decimal($0, places: 6) })
        form["Resources"] = try copy(try source.inherited("Resources", page: page), to: &update)
        if let group = try source.object(page).dictionary?["Group"] { form["Group"] = try copy(group, to: &update) }
        return update.addStream(form, try content(of: page))
    }

    /// A page's content streams, unpacked and joined.
    private func content(of page: PDFReference) throws(PDFError) -> [UInt8] {
        let contents = try source.object(page).dictionary?["Contents"]
        var bytes: [UInt8] = []
        for part in try source.resolve(contents).array ?? [contents].compactMap(\.self) {
            guard let reference = part.reference else { throw .malformed("a mark's content") }
            bytes += try source.stream(reference) + [10]
        }
        return bytes
    }

    /// The value with every reference in it led to a copy of what it refers to.
    private mutating func copy(_ value: PDFObject, to update: inout PDFUpdate) throws(PDFError) -> PDFObject {
        switch value {
        case .reference(let reference): return .reference(try copy(reference, to: &update))
        case .array(let items):
            var copies: [PDFObject] = []
            for item in items { copies.append(try copy(item, to: &update)) }
            return .array(copies)
        case .dictionary(let entries): return .dictionary(try copy(entries, to: &update))
        default: return value
        }
    }

    private mutating func copy(
        _ entries: PDFObject.Dictionary, to update: inout PDFUpdate
    ) throws(PDFError) -> PDFObject.Dictionary {
        var copies: PDFObject.Dictionary = [:]
        for (key, value) in entries.sorted(by: { $0.key < $1.key }) { copies[key] = try copy(value, to: &update) }
        return copies
    }

    /// The copy's name is known before its content, so that circles of references end.
    private mutating func copy(_ reference: PDFReference, to update: inout PDFUpdate) throws(PDFError) -> PDFReference {
        if let known = copies[reference] { return known }
        let fresh = update.reserve()
        copies[reference] = fresh
        switch try source.object(reference) {
        case .stream(var entries):
            entries["Length"] = nil
            update.setStream(fresh, try copy(entries, to: &update), try source.rawStream(reference))
        case let value: update.set(fresh, try copy(value, to: &update))
        }
        return fresh
    }
}
