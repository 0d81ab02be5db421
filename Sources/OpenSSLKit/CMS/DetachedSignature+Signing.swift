import COpenSSL

extension DetachedSignature {
    private static let data: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01]

    /// Signs `content` with SHA-256.
    ///
    /// RSA keys sign with PSS (MGF1 with SHA-256, 32 bytes of salt; RFC 4056), not PKCS#1 v1.5: circular
    /// 15/2025/TT-BKHCN (annex, 1.2) names RSASSA-PSS as the scheme to sign with. PDF readers take it: Poppler, which
    /// verifies by NSS, and pyHanko.
    ///
    /// The message is put together here, since OpenSSL 3.0 cannot leave signing-time out.
    /// - Parameter profile: CAdES with the time of signing, or PAdES without; the clock is not asked.
    /// - Returns: the signature, DER; it has been verified.
    /// - Throws: `OpenSSLError`.
    public static func sign(
        content: [UInt8], by identity: SigningIdentity, as profile: SignatureProfile
    ) throws -> [UInt8] {
        let attributes = try SignedAttributes(content: content, signer: identity.certificate, time: profile.signingTime)
        let signature = try identity.key.sign(attributes.signedForm)
        try verify(signature, attributes, identity.certificate)
        let certificates = ([identity.certificate] + identity.chain).map(\.der)
        return try SignedData(
            version: 1,
            digestAlgorithms: AlgorithmIdentifier.sha256,
            encapsulated: data,
            certificates: certificates.sorted { $0.lexicographicallyPrecedes($1) },
            signers: signer(identity, attributes, signature)
        ).der
    }

    /// Signs in the profile CAdES.
    /// - Parameter signingTime: when the signer says it is, in seconds since 1970 (UTC).
    public static func sign(
        content: [UInt8], by identity: SigningIdentity, at signingTime: Int64
    ) throws -> [UInt8] {
        try sign(content: content, by: identity, as: .cades(at: signingTime))
    }

    /// `SignerInfo` (RFC 5652, section 5.3).
    private static func signer(
        _ identity: SigningIdentity, _ attributes: SignedAttributes, _ signature: [UInt8]
    ) throws -> [UInt8] {
        let fields = try [
            [0x02, 0x01, 0x01],
            DERWriter.element(.sequence, identity.certificate.issuerDER() + identity.certificate.serialDER()),
            AlgorithmIdentifier.sha256,
            DERWriter.element(.context0, attributes.members),
            AlgorithmIdentifier.signature(by: identity.key.kind),
            DERWriter.element(.octetString, signature),
        ]
        return DERWriter.element(.sequence, Array(fields.joined()))
    }

    /// A key whose public part is not its private one's, or a computer that slipped, must not be let out: a wrong
    /// signature may give the key away.
    private static func verify(
        _ signature: [UInt8], _ attributes: SignedAttributes, _ signer: Certificate
    ) throws(OpenSSLError) {
        guard try signer.verifies(signature, over: attributes.signedForm) else {
            throw OpenSSLError(operation: "verifying the signature just made", reasons: [])
        }
    }
}

/// Which of the two families of standards a signature follows. They differ in where the time of signing stands.
public enum SignatureProfile: Sendable, Hashable {
    /// CAdES-B-B (ETSI EN 319 122-1): the time is the signed attribute signing-time, in seconds since 1970 (UTC).
    case cades(at: Int64)
    /// PAdES-B-B (ETSI EN 319 142-1, section 6.3): no signing-time, since the signature dictionary's `M` is the time.
    case pades

    /// When the signer says it is; nil where another place says so.
    var signingTime: Int64? {
        guard case .cades(let time) = self else { return nil }
        return time
    }
}
