import COpenSSL

/// PKCS#8 (RFC 5208): `PrivateKeyInfo`, and `EncryptedPrivateKeyInfo` under PBES2 (RFC 8018).
extension PrivateKey {
    /// PBKDF2-HMAC-SHA256 rounds of what is written here.
    private static let iterations: CInt = 600_000

    /// - Parameter pkcs8: a `PrivateKeyInfo`, DER.
    /// - Throws: `CredentialError.malformed`, `.unsupportedKey`.
    public convenience init(pkcs8: SecretBytes) throws {
        let information = try CredentialError.reading("PKCS#8 private key") { () throws(ObjectCoding.Fault) in
            try unsafe ObjectCoding.decode(pkcs8, freedBy: { unsafe PKCS8_PRIV_KEY_INFO_free($0) }) {
                unsafe d2i_PKCS8_PRIV_KEY_INFO(nil, $0, $1)
            }
        }
        try self.init(information)
    }

    /// - Parameter encryptedPKCS8: an `EncryptedPrivateKeyInfo`, DER.
    /// - Throws: `CredentialError.malformed`, `.wrongPassword`, `.unsupportedEncryption`, `.unsupportedKey`.
    public convenience init(encryptedPKCS8: [UInt8], password: SecretBytes) throws {
        let encrypted = try CredentialError.reading("encrypted private key") { () throws(ObjectCoding.Fault) in
            try unsafe ObjectCoding.decode(encryptedPKCS8, freedBy: { unsafe X509_SIG_free($0) }) {
                unsafe d2i_X509_SIG(nil, $0, $1)
            }
        }
        try self.init(password.trying { try Self.open(encrypted, $0) })
    }

    /// This key as a `PrivateKeyInfo`, DER.
    /// - Throws: `OpenSSLError`.
    public func pkcs8() throws -> SecretBytes {
        let information = try information()
        return try unsafe ObjectCoding.encodeSecret("encoding a private key") { cursor in
            unsafe i2d_PKCS8_PRIV_KEY_INFO(information.pointer, cursor)
        }
    }

    /// This key as an `EncryptedPrivateKeyInfo`, DER: PBES2 with PBKDF2-HMAC-SHA256 and AES-256-CBC.
    /// - Throws: `OpenSSLError`.
    public func encryptedPKCS8(password: SecretBytes) throws -> [UInt8] {
        let information = try information()
        let encrypted = try unsafe Owned("encrypting a private key", freedBy: { unsafe X509_SIG_free($0) }) {
            unsafe password.withPassphrase { text, count in
                unsafe PKCS8_encrypt(
                    -1, EVP_aes_256_cbc(), text, count, nil, 0, Self.iterations, information.pointer)
            }
        }
        return try unsafe ObjectCoding.encode("encoding a private key") { unsafe i2d_X509_SIG(encrypted.pointer, $0) }
    }

    private convenience init(_ information: consuming Owned) throws {
        guard let key = unsafe Owned(EVP_PKCS82PKEY(information.pointer), freedBy: { unsafe EVP_PKEY_free($0) }) else {
            ERR_clear_error()
            throw CredentialError.malformed("PKCS#8 private key: its content does not fit its algorithm")
        }
        try self.init(adopting: key)
    }

    private func information() throws(OpenSSLError) -> Owned {
        try unsafe Owned("private key information", freedBy: { unsafe PKCS8_PRIV_KEY_INFO_free($0) }) {
            unsafe EVP_PKEY2PKCS8(pointer)
        }
    }

    private static func open(_ encrypted: borrowing Owned, _ password: SecretBytes) throws(CredentialError) -> Owned {
        ERR_clear_error()
        defer { ERR_clear_error() }
        let opened = unsafe password.withPassphrase { text, count in
            unsafe PKCS8_decrypt(encrypted.pointer, text, count)
        }
        guard let information = unsafe Owned(opened, freedBy: { unsafe PKCS8_PRIV_KEY_INFO_free($0) }) else {
            throw OpenSSLError.lastIsUnsupported ? .unsupportedEncryption : .wrongPassword
        }
        return information
    }
}
