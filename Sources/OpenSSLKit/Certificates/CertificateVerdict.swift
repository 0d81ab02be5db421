import COpenSSL

/// Whether a certificate may be relied on for signatures, at one instant, by one set of anchors.
public enum CertificateVerdict: Sendable, Hashable {
    case trusted
    case untrusted(UntrustedReason)

    public var isTrusted: Bool { self == .trusted }
}

/// Why a certificate is not trusted; where several reasons hold, the first found on the way from the anchor down.
public enum UntrustedReason: Error, Sendable, Hashable, CustomStringConvertible {
    /// It, or one above it, was no longer valid.
    case expired
    /// It, or one above it, was not valid yet.
    case notYetValid
    /// No path leads from it to an anchor.
    case unknownIssuer
    /// A signature on the path does not verify: the issuer is not who the certificate says.
    case badSignature
    /// A certificate on the path was issued by one that may not issue any.
    case issuerNotAuthority
    /// A key or hash function on the path gives less than 112 bits of security.
    case weakAlgorithm
    /// Its key usage has neither digitalSignature nor nonRepudiation, or it is a machine's certificate.
    case notForSigning
    /// Its extended key usage is not critical, or not time stamping alone (RFC 3161, section 2.3).
    case notForTimestamping
    /// Its issuer, or that of one above it, had revoked it by the instant considered. The time is in seconds since 1970
    /// (UTC); nil where the issuer's list has none that can be read.
    case revoked(at: Int64?)
    /// OpenSSL's `X509_V_ERR_…` number.
    case other(code: Int)

    /// A name that does not change between versions.
    public var code: String {
        switch self {
        case .expired: "expired"
        case .notYetValid: "not-yet-valid"
        case .unknownIssuer: "unknown-issuer"
        case .badSignature: "bad-signature"
        case .issuerNotAuthority: "issuer-not-authority"
        case .weakAlgorithm: "weak-algorithm"
        case .notForSigning: "not-for-signing"
        case .notForTimestamping: "not-for-timestamping"
        case .revoked: "revoked"
        case .other(let code): "x509-\(code)"
        }
    }

    public var description: String { code }

    init(verification error: CInt) {
        self =
            switch error {
            case X509_V_ERR_CERT_HAS_EXPIRED: .expired
            case X509_V_ERR_CERT_NOT_YET_VALID: .notYetValid
            case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
                X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
                X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, X509_V_ERR_CERT_UNTRUSTED:
                .unknownIssuer
            case X509_V_ERR_CERT_SIGNATURE_FAILURE, X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE: .badSignature
            case X509_V_ERR_INVALID_CA, X509_V_ERR_KEYUSAGE_NO_CERTSIGN: .issuerNotAuthority
            case X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_KEY_TOO_SMALL, X509_V_ERR_CA_MD_TOO_WEAK: .weakAlgorithm
            default: .other(code: Int(error))
            }
    }
}
