/// Why a time stamp, or an authority's answer in place of one, was not taken.
public enum TimestampFlaw: Error, Sendable, Hashable, CustomStringConvertible {
    case tooLarge(limit: Int)
    /// Neither a response nor a token in DER: an error page, or noise.
    case notTimestamp
    /// The authority would not; its status (RFC 3161, section 2.4.2) and words, which are anybody's and cut to size.
    case refused(status: Int, text: String)
    /// The token's CMS is not of the form that is accepted.
    case unacceptable(SignatureFlaw)
    /// The authority's signature over the token does not hold.
    case signatureInvalid
    /// The token does not name the authority's certificate (signing-certificate), or names another.
    case notBound
    /// `TSTInfo` cannot be read, or has critical extensions.
    case badContent
    /// The digest stamped is not by SHA-256, SHA-384 or SHA-512.
    case weakDigest(String)
    /// Another content was stamped.
    case otherContent
    /// The token answers another request.
    case otherNonce
    /// The authority's time, in seconds since 1970 (UTC), is too far from the asker's.
    case timeFarOff(Int64)
    /// The authority's certificate is not to be relied on.
    case untrusted(UntrustedReason)

    /// A name that does not change between versions.
    public var code: String {
        switch self {
        case .tooLarge: "too-large"
        case .notTimestamp: "not-timestamp"
        case .refused: "refused"
        case .unacceptable: "unacceptable"
        case .signatureInvalid: "signature-invalid"
        case .notBound: "not-bound"
        case .badContent: "bad-content"
        case .weakDigest: "weak-digest"
        case .otherContent: "other-content"
        case .otherNonce: "other-nonce"
        case .timeFarOff: "time-far-off"
        case .untrusted: "untrusted"
        }
    }

    public var description: String {
        switch self {
        case .tooLarge(let limit): "\(code): longer than \(limit) bytes"
        case .refused(let status, let text): "\(code): status \(status)\(text.isEmpty ? "" : ", \(text)")"
        case .unacceptable(let flaw): "\(code): \(flaw)"
        case .weakDigest(let name): "\(code): \(name)"
        case .timeFarOff(let time): "\(code): \(time) seconds since 1970"
        case .untrusted(let reason): "\(code): \(reason)"
        default: code
        }
    }
}
