import COpenSSL

/// The certificates that trust starts from.
///
/// Each is an anchor as it stands (RFC 5280, section 6.1.1 d), an intermediate one or a signer's own as well as a root.
/// Revocation is not looked up: that needs the network, and is a question of its own.
public struct TrustAnchors: Sendable, Hashable {
    /// Longest path below an anchor.
    private static let depth: CInt = 8

    /// OpenSSL's level 2: 112 bits, which is RSA-2048 and SHA-224 or better.
    private static let securityLevel: CInt = 2

    public let certificates: Set<Certificate>

    public init(_ certificates: some Sequence<Certificate>) { self.certificates = Set(certificates) }

    /// Whether `certificate` could be relied on for signing at an instant. OpenSSL counts the last second of a validity
    /// as expired.
    /// - Parameters:
    ///   - chain: certificates that may link it to an anchor, in any order; they are not trusted for being given.
    ///   - instant: seconds since 1970 (UTC); the clock is not asked.
    public func verdict(
        on certificate: Certificate, chain: [Certificate], at instant: Int64
    ) -> CertificateVerdict {
        guard let error = try? pathError(certificate, chain, instant) else {
            return .untrusted(.other(code: Int(X509_V_ERR_UNSPECIFIED)))
        }
        guard error == X509_V_OK else { return .untrusted(UntrustedReason(verification: error)) }
        return certificate.isForSigning ? .trusted : .untrusted(.notForSigning)
    }

    private func pathError(_ certificate: Certificate, _ chain: [Certificate], _ instant: Int64) throws -> CInt {
        let anchors = try CertificateStack.make(Array(certificates))
        let links = try CertificateStack.make(chain)
        let context = try unsafe Owned("checking a certificate", freedBy: { unsafe X509_STORE_CTX_free($0) }) {
            unsafe X509_STORE_CTX_new()
        }
        try require("checking a certificate") {
            unsafe X509_STORE_CTX_init(context.pointer, nil, certificate.pointer, links.pointer)
        }
        unsafe X509_STORE_CTX_set0_trusted_stack(context.pointer, anchors.pointer)
        unsafe Self.configure(X509_STORE_CTX_get0_param(context.pointer), instant)
        defer { ERR_clear_error() }
        guard unsafe X509_verify_cert(context.pointer) != 1 else { return X509_V_OK }
        let error = unsafe X509_STORE_CTX_get_error(context.pointer)
        return error == X509_V_OK ? X509_V_ERR_UNSPECIFIED : error
    }

    private static func configure(_ parameters: OpaquePointer?, _ instant: Int64) {
        unsafe X509_VERIFY_PARAM_set_time(parameters, time_t(instant))
        unsafe X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        unsafe X509_VERIFY_PARAM_set_depth(parameters, depth)
        unsafe X509_VERIFY_PARAM_set_auth_level(parameters, securityLevel)
    }
}
