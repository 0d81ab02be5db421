import COpenSSL

/// Signing and verifying digests by SHA-256, in the schemes that are used here: ECDSA, and RSASSA-PSS.
@safe struct SignatureContext: ~Copyable {
    private let handle: Owned

    var pointer: OpaquePointer { unsafe handle.pointer }

    /// - Parameters:
    ///   - key: an `EVP_PKEY`, lent for the context's life.
    ///   - start: `EVP_PKEY_sign_init` or its twin.
    init(_ key: OpaquePointer?, kind: KeyKind, _ start: (OpaquePointer) -> CInt) throws(OpenSSLError) {
        let context = try unsafe Owned("signature", freedBy: { unsafe EVP_PKEY_CTX_free($0) }) {
            unsafe EVP_PKEY_CTX_new_from_pkey(nil, key, nil)
        }
        let pointer = unsafe context.pointer
        try require("signature") { unsafe start(pointer) }
        try require("signature") { unsafe EVP_PKEY_CTX_set_signature_md(pointer, SignatureDigest.sha256.function) }
        if case .rsa = kind { try unsafe Self.choosePSS(pointer) }
        handle = context
    }

    private static func choosePSS(_ context: OpaquePointer) throws(OpenSSLError) {
        try require("RSASSA-PSS") { unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) }
        try require("RSASSA-PSS") { unsafe EVP_PKEY_CTX_set_rsa_mgf1_md(context, SignatureDigest.sha256.function) }
        try require("RSASSA-PSS") { unsafe EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) }
    }
}
