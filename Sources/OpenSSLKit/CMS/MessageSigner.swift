import COpenSSL

/// The one `SignerInfo` of a message; it lives no longer than the message.
@safe struct MessageSigner {
    let pointer: OpaquePointer

    /// - Throws: `SignatureFlaw.signerCount`.
    init(only stack: OpaquePointer?) throws(SignatureFlaw) {
        let count = unsafe max(0, OPENSSL_sk_num(stack))
        guard count == 1, let signer = unsafe OPENSSL_sk_value(stack, 0) else { throw .signerCount(Int(count)) }
        unsafe pointer = OpaquePointer(signer)
    }

    /// Whether `certificate` has the issuer and serial number, or the key identifier, that the signer is named by.
    func isNamed(by certificate: Certificate) -> Bool {
        unsafe CMS_SignerInfo_cert_cmp(pointer, certificate.pointer) == 0
    }

    /// The signature is looked at first: where it holds, a digest that differs means another content for certain.
    /// - Throws: `SignatureFlaw`.
    func integrity(
        over content: [UInt8], of kind: MessageKind, certificate: Certificate
    ) throws -> InspectedSignature.Integrity {
        guard certificate.keyKind.isVerifiable else { throw SignatureFlaw.weakKey(certificate.keyKind) }
        let digest = try digest()
        guard try contentType() == kind.identifier else { throw SignatureFlaw.badAttribute("content-type") }
        let claimed = try messageDigest()
        unsafe CMS_SignerInfo_set1_signer_cert(pointer, certificate.pointer)
        guard unsafe CMS_SignerInfo_verify(pointer) == 1 else { return .signatureInvalid }
        return try digest.hash(content) == claimed ? .intact : .contentDiffers
    }

    /// The hash function, if it is an accepted one and the signature's algorithm does not name another.
    private func digest() throws(SignatureFlaw) -> SignatureDigest {
        var hashing: UnsafeMutablePointer<X509_ALGOR>?
        var signing: UnsafeMutablePointer<X509_ALGOR>?
        unsafe CMS_SignerInfo_get0_algs(pointer, nil, nil, &hashing, &signing)
        let identifier = unsafe Self.identifier(of: hashing)
        guard let digest = SignatureDigest(identifier: identifier) else { throw .weakDigest(Self.name(of: identifier)) }
        var implied = NID_undef
        let named = unsafe OBJ_find_sigid_algs(Self.identifier(of: signing), &implied, nil) == 1
        guard !named || implied == NID_undef || implied == identifier else { throw .weakDigest(Self.name(of: implied)) }
        return digest
    }

    private static func identifier(of algorithm: UnsafeMutablePointer<X509_ALGOR>?) -> CInt {
        guard let algorithm = unsafe algorithm else { return NID_undef }
        var object: OpaquePointer?
        unsafe X509_ALGOR_get0(&object, nil, nil, algorithm)
        return unsafe OBJ_obj2nid(object)
    }

    private static func name(of identifier: CInt) -> String {
        unsafe OBJ_nid2sn(identifier).map { unsafe String(cString: $0) } ?? "unknown"
    }
}
