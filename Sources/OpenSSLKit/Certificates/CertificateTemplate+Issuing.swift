import COpenSSL

extension CertificateTemplate {
    /// A certificate for `key`, signed by that key itself.
    /// - Throws: `OpenSSLError`, for a name that is empty or too long, too; `CredentialError.malformed` for a validity
    ///   that ends before it begins.
    public func selfSigned(by key: PrivateKey) throws -> SigningIdentity {
        let draft = try draft(for: key)
        try unsafe finish(draft.pointer, issuer: draft.pointer, signedBy: key)
        return try SigningIdentity(certificate: Certificate(adopting: draft), key: key)
    }

    /// A certificate for `key`, signed by `issuer`, whose certificates become its chain.
    /// - Throws: as `selfSigned(by:)`.
    public func issued(for key: PrivateKey, by issuer: SigningIdentity) throws -> SigningIdentity {
        let draft = try draft(for: key)
        try unsafe finish(draft.pointer, issuer: issuer.certificate.pointer, signedBy: issuer.key)
        return try SigningIdentity(
            certificate: Certificate(adopting: draft), key: key, chain: [issuer.certificate] + issuer.chain)
    }

    /// All but the issuer's part.
    private func draft(for key: PrivateKey) throws -> Owned {
        guard notBefore <= notAfter else {
            throw CredentialError.malformed("certificate template: validity ends before it begins")
        }
        let draft = try unsafe Owned("new certificate", freedBy: { unsafe X509_free($0) }) { unsafe X509_new() }
        let certificate = unsafe draft.pointer
        try require("version") { unsafe X509_set_version(certificate, Int(X509_VERSION_3)) }
        try unsafe setSerial(of: certificate)
        try unsafe setValidity(of: certificate)
        let subject = try unsafe obtain("subject") { unsafe X509_get_subject_name(certificate) }
        if let organization { try unsafe add(NID_organizationName, organization, to: subject) }
        try unsafe add(NID_commonName, commonName, to: subject)
        try require("public key") { unsafe X509_set_pubkey(certificate, key.pointer) }
        return draft
    }

    private func finish(_ certificate: OpaquePointer, issuer: OpaquePointer, signedBy key: PrivateKey) throws {
        try require("issuer") { unsafe X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) }
        try unsafe addExtensions(to: certificate, issuer: issuer)
        try require("signing a certificate") {
            unsafe X509_sign(certificate, key.pointer, SignatureDigest.sha256.function) > 0 ? 1 : 0
        }
    }

    /// 128 random bits: RFC 5280 section 4.1.2.2 allows 160, the CA/Browser Forum asks for 64 at least.
    private func setSerial(of certificate: OpaquePointer) throws(OpenSSLError) {
        let number = try unsafe Owned("serial number", freedBy: { unsafe BN_free($0) }) { unsafe BN_new() }
        try require("serial number") {
            unsafe BN_rand(number.pointer, 128, CInt(BN_RAND_TOP_ANY), CInt(BN_RAND_BOTTOM_ANY))
        }
        try require("serial number") {
            unsafe BN_to_ASN1_INTEGER(number.pointer, X509_get_serialNumber(certificate)) == nil ? 0 : 1
        }
    }

    private func setValidity(of certificate: OpaquePointer) throws(OpenSSLError) {
        try require("validity") {
            unsafe ASN1_TIME_set(X509_getm_notBefore(certificate), time_t(notBefore)) == nil ? 0 : 1
        }
        try require("validity") {
            unsafe ASN1_TIME_set(X509_getm_notAfter(certificate), time_t(notAfter)) == nil ? 0 : 1
        }
    }

    private func add(_ kind: CInt, _ text: String, to name: OpaquePointer) throws(OpenSSLError) {
        let bytes = Array(text.utf8)
        try require("subject \(kind == NID_commonName ? "common name" : "organization")") {
            unsafe X509_NAME_add_entry_by_NID(name, kind, MBSTRING_UTF8, bytes, CInt(clamping: bytes.count), -1, 0)
        }
    }

    /// The subject's key identifier comes before the authority's, which copies it where the two are one.
    private func addExtensions(to certificate: OpaquePointer, issuer: OpaquePointer) throws(OpenSSLError) {
        let extensions = [
            (NID_basic_constraints, isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE"),
            (NID_key_usage, (["critical"] + keyUsage.names).joined(separator: ",")),
            (NID_subject_key_identifier, "hash"),
            (NID_authority_key_identifier, "keyid:always"),
        ]
        for (kind, value) in extensions where kind != NID_key_usage || !keyUsage.isEmpty {
            try unsafe add(kind, value, to: certificate, issuer: issuer)
        }
    }

    private func add(
        _ kind: CInt, _ value: String, to certificate: OpaquePointer, issuer: OpaquePointer
    ) throws(OpenSSLError) {
        var context = unsafe X509V3_CTX()
        unsafe X509V3_set_ctx(&context, issuer, certificate, nil, nil, 0)
        let entry = try unsafe Owned("certificate extension", freedBy: { unsafe X509_EXTENSION_free($0) }) {
            unsafe X509V3_EXT_conf_nid(nil, &context, kind, value)
        }
        try require("certificate extension") { unsafe X509_add_ext(certificate, entry.pointer, -1) }
    }
}
