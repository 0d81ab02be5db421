/// What a signature will say of itself, and where it will be seen.
public struct SignaturePlan: Sendable, Hashable {
    /// What may be done to the document after the certifying signature.
    public enum Certification: Sendable, Hashable {
        /// DocMDP with P = 2, of which this module takes the signatures only (ISO 32000-2, 12.8.2.2).
        case onlyFurtherSignatures
    }

    /// The visible mark.
    public struct Mark: Sendable, Hashable {
        /// Counted from 0.
        public var page: Int
        public var rectangle: PDFRectangle
        /// A PDF of our own making whose first page is shown in the rectangle; its fonts are embedded.
        public var appearance: [UInt8]

        public init(page: Int, rectangle: PDFRectangle, appearance: [UInt8]) {
            (self.page, self.rectangle, self.appearance) = (page, rectangle, appearance)
        }
    }

    /// The field's name, without a full stop: of a reserved field, which is then filled in, or of a new one.
    public var field: String
    public var signerName: String
    public var reason: String?
    public var location: String?
    /// When the signer says it is, in seconds since 1970 (UTC); written in Vietnam's time.
    public var time: Int64
    /// For a first signature only.
    public var certification: Certification?
    /// Nil signs invisibly. A reserved field keeps its own page and rectangle; only the appearance is taken.
    public var mark: Mark?
    /// Room for the CMS signature, in bytes. A time stamp takes some 6 KiB more.
    public var capacity: Int

    public init(
        field: String, signerName: String, reason: String? = nil, location: String? = nil, time: Int64,
        certification: Certification? = nil, mark: Mark? = nil, capacity: Int = 16 << 10
    ) {
        (self.field, self.signerName, self.reason, self.location) = (field, signerName, reason, location)
        (self.time, self.certification, self.mark, self.capacity) = (time, certification, mark, capacity)
    }
}

extension SignaturePlan {
    /// - Throws: `PDFError.invalidRequest`.
    func check() throws(PDFError) {
        try Self.check(field, mark?.rectangle ?? .empty)
        guard (1024...1 << 20).contains(capacity) else {
            throw .invalidRequest("room for a signature is 1 KiB to 1 MiB, not \(capacity) bytes")
        }
    }

    static func check(_ field: String, _ rectangle: PDFRectangle) throws(PDFError) {
        guard !field.isEmpty, !field.contains(".") else {
            throw .invalidRequest("a field's name is not empty and has no full stop")
        }
        let numbers = [rectangle.x, rectangle.y, rectangle.width, rectangle.height]
        guard numbers.allSatisfy({ $0.magnitude <= 14_400 }), rectangle.width >= 0, rectangle.height >= 0 else {
            throw .invalidRequest("a rectangle lies within 14,400 points")
        }
    }
}
