import COpenSSL

extension DetachedSignature {
    /// The content is taken byte for byte, and no list of the signer's ciphers is added.
    private static let flags = CUnsignedInt(CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP)

    /// Signs `content` with SHA-256.
    ///
    /// RSA keys sign with PSS (MGF1 with SHA-256, 32 bytes of salt; RFC 4056), not PKCS#1 v1.5: circular
    /// 15/2025/TT-BKHCN (annex, 1.2) names RSASSA-PSS as the scheme to sign with.
    /// - Parameter signingTime: when the signer says it is, in seconds since 1970 (UTC); the clock is not asked.
    /// - Returns: the signature, DER; it has been verified.
    /// - Throws: `OpenSSLError`.
    public static func sign(
        content: [UInt8], by identity: SigningIdentity, at signingTime: Int64
    ) throws -> [UInt8] {
        let message = try unsafe Owned("new signature", freedBy: { unsafe CMS_ContentInfo_free($0) }) {
            unsafe CMS_sign(nil, nil, nil, nil, flags | CUnsignedInt(CMS_PARTIAL))
        }
        let signer = try unsafe addSigner(identity, to: message.pointer)
        try unsafe configure(signer, for: identity.key.kind)
        try unsafe addTime(signingTime, to: signer)
        for certificate in identity.chain {
            try require("adding a chain") { unsafe CMS_add1_cert(message.pointer, certificate.pointer) }
        }
        let data = try MemoryBIO.holding(content)
        try require("signing") { unsafe CMS_final(message.pointer, data.pointer, nil, flags) }
        let der = try unsafe ObjectCoding.encode("encoding a signature") {
            unsafe i2d_CMS_ContentInfo(message.pointer, $0)
        }
        try verify(der, content)
        return der
    }

    private static func addSigner(_ identity: SigningIdentity, to message: OpaquePointer) throws -> OpaquePointer {
        try unsafe obtain("adding the signer") {
            unsafe CMS_add1_signer(
                message, identity.certificate.pointer, identity.key.pointer, SignatureDigest.sha256.function,
                flags | CUnsignedInt(CMS_CADES | CMS_KEY_PARAM))
        }
    }

    private static func configure(_ signer: OpaquePointer, for kind: KeyKind) throws {
        guard case .rsa = kind else { return }
        let context = try unsafe obtain("RSASSA-PSS") { unsafe CMS_SignerInfo_get0_pkey_ctx(signer) }
        try require("RSASSA-PSS") { unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) }
        try require("RSASSA-PSS") { unsafe EVP_PKEY_CTX_set_rsa_mgf1_md(context, SignatureDigest.sha256.function) }
        try require("RSASSA-PSS") { unsafe EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) }
    }

    private static func addTime(_ signingTime: Int64, to signer: OpaquePointer) throws {
        let time = try ASN1Time.make(signingTime)
        let kind = unsafe ASN1_STRING_type(UnsafePointer(time.pointer))
        try require("signing time") {
            unsafe CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, kind, UnsafeRawPointer(time.pointer), -1)
        }
    }

    /// A key whose public part is not its private one's, or a computer that slipped, must not be let out: a wrong
    /// signature may give the key away.
    private static func verify(_ der: [UInt8], _ content: [UInt8]) throws(OpenSSLError) {
        guard case .inspected(let signature) = inspect(der, content: content, sizeLimit: der.count),
            signature.isIntact
        else { throw OpenSSLError(operation: "verifying the signature just made", reasons: []) }
    }
}
