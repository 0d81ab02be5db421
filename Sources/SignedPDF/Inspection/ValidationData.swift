/// Certificates and revocation data, each DER: the document security store (ISO 32000-2, 12.8.4.3).
public struct ValidationData: Sendable, Hashable {
    public var certificates: [[UInt8]]
    public var revocationLists: [[UInt8]]
    /// Responses as of RFC 6960; read, never written.
    public var statusResponses: [[UInt8]]

    public init(certificates: [[UInt8]] = [], revocationLists: [[UInt8]] = [], statusResponses: [[UInt8]] = []) {
        (self.certificates, self.revocationLists) = (certificates, revocationLists)
        self.statusResponses = statusResponses
    }

    public var isEmpty: Bool { certificates.isEmpty && revocationLists.isEmpty && statusResponses.isEmpty }
}

/// The document security store (ISO 32000-2, 12.8.4.3) of a document.
struct SecurityStore {
    let entries: PDFObject.Dictionary
    private let document: PDFDocument

    init(_ catalog: PDFObject.Dictionary, in document: PDFDocument) throws(PDFError) {
        self.document = document
        entries = try document.resolve(catalog["DSS"]).dictionary ?? [:]
    }

    func data() throws(PDFError) -> ValidationData {
        ValidationData(
            certificates: try streams("Certs"), revocationLists: try streams("CRLs"),
            statusResponses: try streams("OCSPs"))
    }

    func items(_ key: String) throws(PDFError) -> [PDFObject] { try document.resolve(entries[key]).array ?? [] }

    private func streams(_ key: String) throws(PDFError) -> [[UInt8]] {
        var streams: [[UInt8]] = []
        for item in try items(key) {
            guard let reference = item.reference else { throw .malformed("an item of the DSS that is no stream") }
            streams.append(try document.stream(reference))
        }
        return streams
    }
}
