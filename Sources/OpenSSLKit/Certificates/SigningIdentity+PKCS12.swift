import COpenSSL

/// PKCS#12 (RFC 7292), the file that certification authorities hand out.
extension SigningIdentity {
    /// Longest file that is read, in bytes.
    public static let fileLimit = 1 << 20

    /// Rounds of key derivation, for the encryption and for the check sum: the weaker of the two is what a thief tries.
    public static let iterations: Int32 = 600_000

    /// Reads a file with one private key, its certificate, and perhaps a chain.
    /// - Parameter password: UTF-8, composed or not: see `SecretBytes.spellings`.
    /// - Throws: `CredentialError.wrongPassword`; `.unsupportedEncryption` for the RC2 of old files;
    ///   `.noPrivateKey`, `.noCertificate`, `.unsupportedKey`, `.keyDoesNotMatchCertificate`, `.tooLarge`, `.malformed`.
    public init(pkcs12: [UInt8], password: SecretBytes) throws {
        guard pkcs12.count <= Self.fileLimit else { throw CredentialError.tooLarge(limit: Self.fileLimit) }
        let file = try CredentialError.reading("PKCS#12") { () throws(ObjectCoding.Fault) in
            try unsafe ObjectCoding.decode(pkcs12, freedBy: { unsafe PKCS12_free($0) }) {
                unsafe d2i_PKCS12(nil, $0, $1)
            }
        }
        let fitting = try password.trying { spelling in
            let spelling = try spelling.zeroTerminated()
            try Self.checkPassword(of: file, spelling)
            return spelling
        }
        try self.init(unlocked: file, fitting)
    }

    /// This identity as a file under AES-256-CBC and PBKDF2-HMAC-SHA256.
    /// - Parameters:
    ///   - password: UTF-8.
    ///   - iterations: rounds of key derivation; fewer make the file easier to break into.
    ///   - label: the name that programs show for the key; by default the certificate's common name.
    /// - Throws: `OpenSSLError`; `CredentialError.malformed` for a password with a zero byte.
    public func pkcs12(
        password: SecretBytes, label: String? = nil, iterations: Int32 = SigningIdentity.iterations
    ) throws -> [UInt8] {
        let password = try password.zeroTerminated()
        let above = try CertificateStack.make(chain)
        let name = label ?? certificate.subject.commonName ?? "phieukin"
        let file = try unsafe Owned("writing PKCS#12", freedBy: { unsafe PKCS12_free($0) }) {
            unsafe password.withPassphrase { text, _ in
                unsafe PKCS12_create(
                    text, name, key.pointer, certificate.pointer, above.pointer,
                    NID_aes_256_cbc, NID_aes_256_cbc, iterations, iterations, 0)
            }
        }
        return try unsafe ObjectCoding.encode("encoding PKCS#12") { unsafe i2d_PKCS12(file.pointer, $0) }
    }

    /// Only the check sum tells a wrong password from a damaged file, so one without is refused.
    private static func checkPassword(of file: borrowing Owned, _ password: SecretBytes) throws(CredentialError) {
        guard unsafe PKCS12_mac_present(file.pointer) == 1 else {
            throw .malformed("PKCS#12: no check sum under the password")
        }
        ERR_clear_error()
        defer { ERR_clear_error() }
        let fits = unsafe password.withPassphrase { text, _ in unsafe PKCS12_verify_mac(file.pointer, text, -1) == 1 }
        guard fits else { throw OpenSSLError.lastIsUnsupported ? .unsupportedEncryption : .wrongPassword }
    }

    private init(unlocked file: borrowing Owned, _ password: SecretBytes) throws {
        var (key, certificate, above): (OpaquePointer?, OpaquePointer?, OpaquePointer?)
        ERR_clear_error()
        defer { ERR_clear_error() }
        let isRead = unsafe password.withPassphrase { text, _ in
            unsafe PKCS12_parse(file.pointer, text, &key, &certificate, &above) == 1
        }
        let ownedKey = unsafe Owned(key, freedBy: { unsafe EVP_PKEY_free($0) })
        let ownedCertificate = unsafe Owned(certificate, freedBy: { unsafe X509_free($0) })
        let ownedChain = unsafe Owned(above, freedBy: shim_free_certificates)
        guard isRead else { throw Self.failure }
        guard let ownedKey else { throw CredentialError.noPrivateKey }
        guard let ownedCertificate else { throw CredentialError.noCertificate }
        try self.init(
            certificate: Certificate(adopting: ownedCertificate), key: PrivateKey(adopting: ownedKey),
            chain: CertificateStack.read(ownedChain))
    }

    /// Why a file whose check sum fits was not read.
    private static var failure: CredentialError {
        OpenSSLError.lastIsUnsupported ? .unsupportedEncryption : .malformed("PKCS#12: its parts cannot be read")
    }
}
