import COpenSSL

/// What a certificate is relied on for.
public enum CertificatePurpose: Sendable, Hashable {
    /// A person, or a body by its seal, signs documents.
    case signing
    /// An authority says when something existed (RFC 3161).
    case timestamping
}

extension Certificate {
    /// Whether a person may sign documents with it.
    ///
    /// Key usage must say digitalSignature or nonRepudiation. Extended key usage, where there is any, must not make it
    /// a machine's: authorities that certify people often certify servers, time stamps and programs as well.
    public var isForSigning: Bool {
        guard let keyUsage, !keyUsage.isDisjoint(with: [.digitalSignature, .nonRepudiation]) else { return false }
        guard unsafe X509_get_extension_flags(pointer) & UInt32(EXFLAG_XKUSAGE) != 0 else { return true }
        let purposes = unsafe CInt(bitPattern: X509_get_extended_key_usage(pointer))
        let machines = XKU_SSL_SERVER | XKU_OCSP_SIGN | XKU_TIMESTAMP | XKU_CODE_SIGN
        return purposes & machines == 0 || purposes & (XKU_SMIME | XKU_ANYEKU) != 0
    }
}

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

extension Certificate {
    /// Whether it is a time stamp authority's (RFC 3161, section 2.3): extended key usage is critical and time stamping
    /// alone, and key usage, where there is any, is for signing alone.
    public var isForTimestamping: Bool {
        defer { ERR_clear_error() }
        return unsafe X509_check_purpose(pointer, X509_PURPOSE_TIMESTAMP_SIGN, 0) == 1
    }

    /// Whether it may be relied on for `purpose`, if at all.
    func isFit(for purpose: CertificatePurpose) -> Bool {
        switch purpose {
        case .signing: isForSigning
        case .timestamping: isForTimestamping
        }
    }
}
