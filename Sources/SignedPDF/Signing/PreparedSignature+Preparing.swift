extension PreparedSignature {
    /// Appends all of a signature but its bytes.
    /// - Parameters:
    ///   - additions: what else the document is given, under the same signature; with the first one only.
    ///   - sizeLimit: longest `pdf` that is read, in bytes.
    /// - Throws: `PDFError`.
    public static func prepare(
        _ pdf: [UInt8], additions: PDFAdditions? = nil, plan: SignaturePlan, sizeLimit: Int = PDFLimits.fileSize
    ) throws(PDFError) -> PreparedSignature {
        var edition = try DocumentEdition(pdf, sizeLimit: sizeLimit)
        let fields = try FormField.all(in: edition.document, catalog: edition.catalog)
        try plan.check()
        try check(plan, additions: additions, among: fields)
        if let additions { try edition.apply(additions) }
        let signature = try edition.addSignature(plan, in: fields.first { $0.name == plan.field })
        return try close(try edition.file(), signature)
    }

    /// Appends all of a time stamp over the document but its token, which is over `signedBytes` (PAdES-B-LTA; ISO 32000-2,
    /// 12.8.5).
    /// - Parameter capacity: room for the token, in bytes.
    /// - Throws: `PDFError`.
    public static func prepareTimestamp(
        _ pdf: [UInt8], capacity: Int = 24 << 10, sizeLimit: Int = PDFLimits.fileSize
    ) throws(PDFError) -> PreparedSignature {
        var edition = try DocumentEdition(pdf, sizeLimit: sizeLimit)
        let names = Set(try FormField.all(in: edition.document, catalog: edition.catalog).map(\.name))
        let field = (1...names.count + 1).lazy.map { "Timestamp\($0)" }.first { !names.contains($0) } ?? "Timestamp"
        let timestamp = try edition.addTimestamp(in: field, capacity: capacity)
        return try close(try edition.file(), timestamp)
    }

    private static func check(
        _ plan: SignaturePlan, additions: PDFAdditions?, among fields: [FormField]
    ) throws(PDFError) {
        let taken = fields.filter { $0.type != "Sig" || $0.value != nil }.map(\.name)
        let reserved = additions?.reservedFields.map(\.name) ?? []
        guard !(taken + reserved).contains(plan.field) else { throw .fieldExists(plan.field) }
        let isSigned = fields.contains { $0.type == "Sig" && $0.value != nil }
        guard !isSigned || plan.certification == nil && additions == nil else { throw .alreadySigned }
    }

    /// Writes the byte range, now that all offsets are known.
    private static func close(_ file: [UInt8], _ signature: PDFReference) throws(PDFError) -> PreparedSignature {
        let structure = try PDFStructure(file, sizeLimit: Int.max)
        let state = structure.state(after: structure.revisions.count - 1)
        guard let object = try structure.indirectObject(signature.number, in: state) else {
            throw .malformed("the signature just written")
        }
        let places = try SignaturePlaces(object, in: file)
        guard let gap = places.contents, let room = places.byteRange else {
            throw .malformed("the signature just written")
        }
        let byteRange = PreparedSignature(file: file, gap: gap).byteRange
        let text = Array("[\(byteRange.map(String.init).joined(separator: " "))]".utf8)
        var closed = file
        closed.replaceSubrange(room, with: text + [UInt8](repeating: 32, count: max(0, room.count - text.count)))
        return PreparedSignature(file: closed, gap: gap)
    }
}
