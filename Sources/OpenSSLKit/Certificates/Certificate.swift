import COpenSSL

/// An X.509 certificate (RFC 5280), read; that it may be trusted is for `TrustAnchors` to say.
@safe public final class Certificate: @unchecked Sendable {
    // Never changed once made; OpenSSL's own caches inside it are locked, hence safe to share.
    private let handle: Owned

    /// The exact bytes.
    public let der: [UInt8]
    public let subject: DistinguishedName
    public let issuer: DistinguishedName

    /// The serial number, hexadecimal capitals, with a minus sign if negative.
    public let serial: String

    /// The first instant of validity, in seconds since 1970 (UTC).
    public let notBefore: Int64

    /// The last instant of validity, in seconds since 1970 (UTC).
    public let notAfter: Int64

    /// SHA-256 of `der`, 32 bytes.
    public let fingerprint: [UInt8]

    /// The algorithm and size of the key that is certified.
    public let keyKind: KeyKind

    /// What the key may be used for; nil where the certificate has no such extension.
    public let keyUsage: KeyUsage?

    /// Whether basic constraints and key usage both let it issue certificates.
    public let isAuthority: Bool

    /// The `X509`, lent.
    var pointer: OpaquePointer { unsafe handle.pointer }

    /// - Parameter der: the `X509` as it was read.
    /// - Throws: `CredentialError.malformed` where a field cannot be read; `OpenSSLError`.
    init(adopting handle: consuming Owned, der: [UInt8]) throws {
        let certificate = unsafe handle.pointer
        subject = try unsafe DistinguishedName(X509_get_subject_name(certificate))
        issuer = try unsafe DistinguishedName(X509_get_issuer_name(certificate))
        serial = try unsafe Self.serial(of: certificate)
        notBefore = try unsafe ASN1Time.seconds(X509_get0_notBefore(certificate))
        notAfter = try unsafe ASN1Time.seconds(X509_get0_notAfter(certificate))
        fingerprint = try SignatureDigest.sha256.hash(der)
        keyKind = unsafe KeyKind(of: X509_get0_pubkey(certificate))
        keyUsage = unsafe KeyUsage(of: certificate)
        isAuthority = unsafe X509_check_ca(certificate) == 1
        ERR_clear_error()
        self.der = der
        self.handle = handle
    }

    private static func serial(of certificate: OpaquePointer) throws(OpenSSLError) -> String {
        let operation = "reading a serial number"
        let number = try unsafe Owned(operation, freedBy: { unsafe BN_free($0) }) {
            unsafe ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nil)
        }
        let text = try unsafe obtain(operation) { unsafe BN_bn2hex(number.pointer) }
        defer { unsafe CRYPTO_free(text, #file, CInt(#line)) }
        return unsafe String(cString: text)
    }
}

extension Certificate: Hashable {
    /// Certificates are the same when their bytes are.
    public static func == (left: Certificate, right: Certificate) -> Bool { left.der == right.der }

    public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}
