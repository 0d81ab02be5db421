import COpenSSL

extension PrivateKey {
    /// A signature by SHA-256 and, as the key is, ECDSA (`Ecdsa-Sig-Value`, DER) or RSASSA-PSS.
    func sign(_ message: [UInt8]) throws(OpenSSLError) -> [UInt8] {
        let digest = try SignatureDigest.sha256.hash(message)
        let context = try unsafe SignatureContext(pointer, kind: kind) { unsafe EVP_PKEY_sign_init($0) }
        var signature = unsafe [UInt8](repeating: 0, count: Int(max(0, EVP_PKEY_get_size(pointer))))
        var count = signature.count
        try require("signing") {
            unsafe EVP_PKEY_sign(context.pointer, &signature, &count, digest, digest.count)
        }
        return Array(signature.prefix(count))
    }
}
