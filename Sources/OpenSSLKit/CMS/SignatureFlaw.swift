/// Why bytes were refused as a detached signature before anything was verified.
public enum SignatureFlaw: Error, Sendable, Hashable, CustomStringConvertible {
    case tooLarge(limit: Int)
    /// Not CMS at all, or cut short.
    case notCMS
    case trailingBytes
    /// CMS in BER, such as the indefinite lengths of streams, or sets out of order other than the certificates.
    case notDER
    case notSignedData
    /// The content is not said to be plain data (id-data); in a time stamp, not to be one (id-ct-TSTInfo).
    case notData
    /// A content is embedded, and is not the one given.
    case otherContentEmbedded
    /// There must be one.
    case signerCount(Int)
    /// An embedded certificate cannot be read.
    case unreadableCertificate
    /// No embedded certificate, or more than one, has the signer's issuer and serial number.
    case noSignerCertificate
    /// A mandatory signed attribute is missing, repeated or of the wrong type.
    case badAttribute(String)
    /// Not SHA-256, SHA-384 or SHA-512, or not the same throughout.
    case weakDigest(String)
    case weakKey(KeyKind)
    /// OpenSSL failed for reasons of its own, such as lack of memory.
    case notInspected

    /// A name that does not change between versions.
    public var code: String {
        switch self {
        case .tooLarge: "too-large"
        case .notCMS: "not-cms"
        case .trailingBytes: "trailing-bytes"
        case .notDER: "not-der"
        case .notSignedData: "not-signed-data"
        case .notData: "not-data"
        case .otherContentEmbedded: "other-content-embedded"
        case .signerCount: "signer-count"
        case .unreadableCertificate: "unreadable-certificate"
        case .noSignerCertificate: "no-signer-certificate"
        case .badAttribute: "bad-attribute"
        case .weakDigest: "weak-digest"
        case .weakKey: "weak-key"
        case .notInspected: "not-inspected"
        }
    }

    public var description: String {
        switch self {
        case .tooLarge(let limit): "\(code): longer than \(limit) bytes"
        case .signerCount(let count): "\(code): \(count) signers where one is expected"
        case .badAttribute(let name), .weakDigest(let name): "\(code): \(name)"
        case .weakKey(let kind): "\(code): \(kind)"
        default: code
        }
    }
}
