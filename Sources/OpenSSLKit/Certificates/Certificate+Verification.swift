import COpenSSL

extension Certificate {
    /// Whether `signature` is what `PrivateKey.sign` makes of `message` by the certificate's key.
    func verifies(_ signature: [UInt8], over message: [UInt8]) throws(OpenSSLError) -> Bool {
        let digest = try SignatureDigest.sha256.hash(message)
        let context = try unsafe SignatureContext(X509_get0_pubkey(pointer), kind: keyKind) {
            unsafe EVP_PKEY_verify_init($0)
        }
        ERR_clear_error()
        defer { ERR_clear_error() }
        return unsafe EVP_PKEY_verify(context.pointer, signature, signature.count, digest, digest.count) == 1
    }
}
