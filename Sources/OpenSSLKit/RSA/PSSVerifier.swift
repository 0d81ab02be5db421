import COpenSSL

/// An OpenSSL context that verifies RSASSA-PSS signatures with SHA-384 and MGF1-SHA-384, one after another.
@safe final class PSSVerifier: @unchecked Sendable {
    private let context: KeyContext
    private var saltLength = -1

    init(for key: KeyHandle) throws(OpenSSLError) {
        context = try KeyContext(for: key)
        let digest = try HashFunction.fetchedSHA384.get()
        try require("PSS set-up") { unsafe EVP_PKEY_verify_init(context.pointer) }
        try require("PSS set-up") { unsafe EVP_PKEY_CTX_set_rsa_padding(context.pointer, RSA_PKCS1_PSS_PADDING) }
        try require("PSS set-up") { unsafe EVP_PKEY_CTX_set_signature_md(context.pointer, digest.pointer) }
        try require("PSS set-up") { unsafe EVP_PKEY_CTX_set_rsa_mgf1_md(context.pointer, digest.pointer) }
    }

    /// Whether `signature`, in range already, is one of the message of this hash.
    func verify(
        signature: [UInt8], digest: [UInt8], saltLength: Int
    ) throws(OpenSSLError) -> Bool {
        try use(saltLength)
        ERR_clear_error()
        let answer = unsafe EVP_PKEY_verify(context.pointer, signature, signature.count, digest, digest.count)
        guard answer != 1 else { return true }
        return try OpenSSLError.drainedRefusal("PSS verification")
    }

    private func use(_ saltLength: Int) throws(OpenSSLError) {
        guard saltLength != self.saltLength else { return }
        try require("PSS salt length") {
            unsafe EVP_PKEY_CTX_set_rsa_pss_saltlen(context.pointer, CInt(saltLength))
        }
        self.saltLength = saltLength
    }
}
