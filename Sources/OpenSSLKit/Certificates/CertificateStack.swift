import COpenSSL

/// Lists of certificates as OpenSSL takes and gives them (`STACK_OF(X509)`).
enum CertificateStack {
    /// A list with a reference of its own to each certificate.
    static func make(_ certificates: [Certificate]) throws(OpenSSLError) -> Owned {
        let stack = try unsafe Owned("listing certificates", freedBy: shim_free_certificates) {
            unsafe OPENSSL_sk_new_null()
        }
        for certificate in certificates {
            try require("listing a certificate") {
                guard unsafe X509_up_ref(certificate.pointer) == 1 else { return 0 }
                guard unsafe OPENSSL_sk_push(stack.pointer, UnsafeRawPointer(certificate.pointer)) > 0 else {
                    unsafe X509_free(certificate.pointer)
                    return 0
                }
                return 1
            }
        }
        return stack
    }

    /// The certificates of a list, in order; none where there is no list.
    static func read(_ stack: consuming Owned?) throws -> [Certificate] {
        guard let stack else { return [] }
        return try (0..<max(0, unsafe OPENSSL_sk_num(stack.pointer))).map { index in
            let certificate = try unsafe obtain("a list of certificates") {
                unsafe OPENSSL_sk_value(stack.pointer, index)
            }
            return try unsafe Certificate(sharing: OpaquePointer(certificate))
        }
    }
}
