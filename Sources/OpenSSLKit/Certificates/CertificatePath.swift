import COpenSSL

/// A path from a certificate up to an anchor, verified for one instant (RFC 5280, section 6) but for revocation.
struct CertificatePath {
    /// Longest path below an anchor.
    private static let depth: CInt = 8

    /// OpenSSL's level 2: 112 bits, which is RSA-2048 and SHA-224 or better.
    private static let securityLevel: CInt = 2

    /// The certificate first, the anchor last; one where they are the same.
    let certificates: [Certificate]

    /// - Throws: `UntrustedReason` where there is none.
    init(
        from certificate: Certificate, through chain: [Certificate], to anchors: Set<Certificate>, at instant: Int64
    ) throws(UntrustedReason) {
        do {
            let known = chain + anchors
            let links = try CertificateStack.make(chain)
            let trusted = try CertificateStack.make(Array(anchors))
            let context = try Self.context(certificate, links, trusted, instant)
            defer { ERR_clear_error() }
            guard unsafe X509_verify_cert(context.pointer) == 1 else { throw Self.reason(context) }
            certificates = try Self.path(context, among: [certificate] + known)
        } catch let reason as UntrustedReason {
            throw reason
        } catch {
            throw .other(code: Int(X509_V_ERR_UNSPECIFIED))
        }
    }

    private static func context(
        _ certificate: Certificate, _ links: borrowing Owned, _ anchors: borrowing Owned, _ instant: Int64
    ) throws(OpenSSLError) -> Owned {
        let context = try unsafe Owned("checking a certificate", freedBy: { unsafe X509_STORE_CTX_free($0) }) {
            unsafe X509_STORE_CTX_new()
        }
        try require("checking a certificate") {
            unsafe X509_STORE_CTX_init(context.pointer, nil, certificate.pointer, links.pointer)
        }
        unsafe X509_STORE_CTX_set0_trusted_stack(context.pointer, anchors.pointer)
        let parameters = unsafe X509_STORE_CTX_get0_param(context.pointer)
        unsafe X509_VERIFY_PARAM_set_time(parameters, time_t(instant))
        unsafe X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        unsafe X509_VERIFY_PARAM_set_depth(parameters, depth)
        unsafe X509_VERIFY_PARAM_set_auth_level(parameters, securityLevel)
        return context
    }

    private static func reason(_ context: borrowing Owned) -> UntrustedReason {
        let error = unsafe X509_STORE_CTX_get_error(context.pointer)
        return error == X509_V_OK
            ? .other(code: Int(X509_V_ERR_UNSPECIFIED)) : UntrustedReason(verification: error)
    }

    /// OpenSSL's path has the very certificates it was given, so each is found by its address.
    private static func path(
        _ context: borrowing Owned, among known: [Certificate]
    ) throws(OpenSSLError) -> [Certificate] {
        let path = unsafe X509_STORE_CTX_get0_chain(context.pointer)
        var certificates: [Certificate] = []
        for index in 0..<max(0, unsafe OPENSSL_sk_num(path)) {
            let place = unsafe OPENSSL_sk_value(path, index).map { OpaquePointer($0) }
            guard let certificate = known.first(where: { unsafe $0.pointer == place }) else {
                throw OpenSSLError(operation: "reading a path", reasons: [])
            }
            certificates.append(certificate)
        }
        return certificates
    }
}
