public import OpenSSLKit

/// One signature of a PDF, taken apart.
public struct PDFSignature: Sendable, Hashable {
    /// How the CMS is to be understood (`/SubFilter`).
    public enum Format: Sendable, Hashable {
        /// PAdES (ETSI EN 319 142-1).
        case cades
        /// What programs wrote before it.
        case pkcs7
        /// A time stamp over the document (RFC 3161).
        case documentTimestamp
        /// Not verified.
        case other(String)
    }

    /// The field's full name.
    public let field: String
    public let format: Format
    public let coverage: Coverage
    public let changes: Changes

    /// What it allows to be done after it, if it certifies or locks the document (DocMDP).
    public let permission: DocumentPermission?

    /// When the signer claims to have signed (`/M`), in seconds since 1970 (UTC).
    public let claimedTime: Int64?
    public let signerName: String?
    public let reason: String?
    public let location: String?

    /// Counted from 0; nil for a signature that is on no page.
    public let page: Int?
    public let rectangle: PDFRectangle

    /// `[0 a b c]`, as the file says it.
    public let byteRange: [Int]

    /// The CMS signature, or the time stamp's token, without the zeros behind it; empty where coverage is broken.
    public let contents: [UInt8]

    /// What the CMS signature proves; nil where it was not verified: coverage is broken, or another format.
    public let cms: SignatureInspection?

    /// A document time stamp's token, which is over the signed bytes, or why not; nil for signatures.
    public let documentTimestamp: Result<TimestampToken, TimestampFlaw>?

    /// Of a PAdES signature that is intact.
    public internal(set) var level: PAdESLevel?

    /// Faults beside coverage and changes.
    public let flaws: [PDFSignatureFlaw]

    /// What the signature is over, of the file it was found in; empty where coverage is broken.
    public func signedBytes(of file: [UInt8]) -> [UInt8] {
        if case .broken = coverage { return [] }
        guard byteRange.count == 4, byteRange[2] + byteRange[3] <= file.count else { return [] }
        return Array(file[..<byteRange[1]]) + file[byteRange[2]..<byteRange[2] + byteRange[3]]
    }

    /// Whether it is the signer's or the time stamp authority's, over these bytes, and nothing but signatures came
    /// after it. Whether anyone trusts them is asked elsewhere.
    public var isIntact: Bool {
        guard flaws.isEmpty, changes.arePermitted else { return false }
        if case .broken = coverage { return false }
        if case .success = documentTimestamp { return true }
        return cms?.isIntact ?? false
    }
}
