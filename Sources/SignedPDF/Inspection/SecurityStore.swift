/// The document security store (ISO 32000-2, 12.8.4.3) of a document.
struct SecurityStore {
    let entries: PDFObject.Dictionary
    private let document: QPDFDocument

    init(_ catalog: PDFObject.Dictionary, in document: QPDFDocument) throws(PDFError) {
        self.document = document
        entries = try document.resolve(catalog["DSS"]).dictionary ?? [:]
    }

    func data() throws(PDFError) -> ValidationData {
        var budget = PDFLimits.attachmentSize
        return ValidationData(
            certificates: try streams("Certs", &budget), revocationLists: try streams("CRLs", &budget),
            statusResponses: try streams("OCSPs", &budget))
    }

    func items(_ key: String) throws(PDFError) -> [PDFObject] { try document.resolve(entries[key]).array ?? [] }

    private func streams(_ key: String, _ budget: inout Int) throws(PDFError) -> [[UInt8]] {
        var streams: [[UInt8]] = []
        for item in try items(key) {
            guard let reference = item.reference else { throw .malformed("an item of the DSS that is no stream") }
            streams.append(try document.stream(reference, budget: &budget))
        }
        return streams
    }
}

extension QPDFDocument {
    /// A stream's bytes, unpacked.
    /// - Parameter budget: how many bytes may be unpacked; they are taken off.
    func stream(_ reference: PDFReference, budget: inout Int) throws(PDFError) -> [UInt8] {
        guard case .stream(var entries) = try object(reference) else {
            throw .malformed("object \(reference.number) is no stream")
        }
        entries["Filter"] = try resolve(entries["Filter"])
        entries["DecodeParms"] = try resolve(entries["DecodeParms"])
        return try PackedStream(entries).unpack(rawStream(reference)[...], budget: &budget)
    }
}
