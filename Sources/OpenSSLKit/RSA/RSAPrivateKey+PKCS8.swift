import COpenSSL

extension RSAPrivateKey {
    /// Reads an unencrypted PrivateKeyInfo (RFC 5208) in DER, all of it.
    ///
    /// The numbers are not proved to be a good key; a signature by one that is not fails its check.
    /// - Throws: `RSAError.malformedPrivateKey`, `.unsupportedModulus`, `.unsupportedExponent`; `OpenSSLError`.
    public convenience init(pkcs8: SecretBytes) throws {
        try self.init(KeyHandle(rsaPKCS8: pkcs8))
    }

    /// The key as an unencrypted PrivateKeyInfo (RFC 5208) in DER.
    public func pkcs8() throws -> SecretBytes {
        let info = unsafe try obtain("PKCS#8 encoding") { unsafe EVP_PKEY2PKCS8(handle.pointer) }
        defer { unsafe PKCS8_PRIV_KEY_INFO_free(info) }
        let count = unsafe i2d_PKCS8_PRIV_KEY_INFO(info, nil)
        guard count > 0 else { throw OpenSSLError.drained("PKCS#8 encoding") }
        return try unsafe SecretBytes(count: Int(count)) { buffer throws(OpenSSLError) in
            var end: UnsafeMutablePointer<UInt8>? = unsafe buffer.assumingMemoryBound(to: UInt8.self).baseAddress
            guard unsafe i2d_PKCS8_PRIV_KEY_INFO(info, &end) == count else { throw .drained("PKCS#8 encoding") }
        }
    }
}

extension KeyHandle {
    /// - Throws: `RSAError.malformedPrivateKey`.
    fileprivate convenience init(rsaPKCS8 bytes: SecretBytes) throws(RSAError) {
        do throws(OpenSSLError) {
            try unsafe self.init("PKCS#8 decoding") { unsafe Self.decode(bytes) }
        } catch {
            throw .malformedPrivateKey
        }
    }

    private static func decode(_ bytes: SecretBytes) -> OpaquePointer? {
        unsafe bytes.withUnsafeBytes { buffer -> OpaquePointer? in
            let start = unsafe buffer.assumingMemoryBound(to: UInt8.self).baseAddress
            var end = unsafe start
            guard let info = unsafe d2i_PKCS8_PRIV_KEY_INFO(nil, &end, buffer.count) else { return nil }
            defer { unsafe PKCS8_PRIV_KEY_INFO_free(info) }
            guard let start = unsafe start, let end = unsafe end, unsafe end - start == buffer.count else { return nil }
            let key = unsafe EVP_PKCS82PKEY(info)
            guard unsafe EVP_PKEY_is_a(key, "RSA") == 1 else {
                unsafe EVP_PKEY_free(key)
                return nil
            }
            return unsafe key
        }
    }
}
