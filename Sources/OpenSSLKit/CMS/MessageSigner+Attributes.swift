import COpenSSL

/// The signed attributes (RFC 5652, section 11), each there once, with one value.
extension MessageSigner {
    /// What the content is said to be, by OpenSSL's number.
    func contentType() throws(SignatureFlaw) -> CInt {
        guard let value = unsafe value(of: NID_pkcs9_contentType, V_ASN1_OBJECT) else {
            throw .badAttribute("content-type")
        }
        return unsafe OBJ_obj2nid(OpaquePointer(value))
    }

    func messageDigest() throws(SignatureFlaw) -> [UInt8] {
        guard let value = unsafe value(of: NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING) else {
            throw .badAttribute("message-digest")
        }
        return unsafe ASN1Bytes.copy(value.assumingMemoryBound(to: ASN1_STRING.self))
    }

    /// Nil where there is none.
    func signingTime() throws(SignatureFlaw) -> Int64? {
        guard has(NID_pkcs9_signingTime) else { return nil }
        let kinds = [V_ASN1_UTCTIME, V_ASN1_GENERALIZEDTIME]
        for kind in kinds {
            guard let value = unsafe value(of: NID_pkcs9_signingTime, kind) else { continue }
            guard let time = try? unsafe ASN1Time.seconds(value.assumingMemoryBound(to: ASN1_TIME.self)) else { break }
            return time
        }
        throw .badAttribute("signing-time")
    }

    /// Whether signing-certificate-v2 names `certificate` first, and any others it names are among `others`.
    func binding(to certificate: Certificate, others: [Certificate]) throws -> InspectedSignature.Binding {
        guard has(NID_id_smime_aa_signingCertificateV2) else { return .missing }
        guard let value = unsafe value(of: NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE),
            let named = unsafe Self.certificatesNamed(in: value.assumingMemoryBound(to: ASN1_STRING.self))
        else { return .mismatched }
        let stack = try CertificateStack.make([certificate] + others)
        let fits = unsafe OSSL_ESS_check_signing_certs(nil, named.pointer, stack.pointer, 1) == 1
        return fits ? .bound : .mismatched
    }

    private static func certificatesNamed(in value: UnsafePointer<ASN1_STRING>) -> Owned? {
        let der = unsafe ASN1Bytes.copy(value)
        return try? unsafe ObjectCoding.decode(der, freedBy: { unsafe ESS_SIGNING_CERT_V2_free($0) }) {
            unsafe d2i_ESS_SIGNING_CERT_V2(nil, $0, $1)
        }
    }

    private func has(_ attribute: CInt) -> Bool {
        unsafe CMS_signed_get_attr_by_NID(pointer, attribute, -1) >= 0
    }

    /// The one value of an attribute; nil where it is missing, repeated or of another type.
    private func value(of attribute: CInt, _ type: CInt) -> UnsafeMutableRawPointer? {
        let onceWithOneValue: CInt = -3
        return unsafe CMS_signed_get0_data_by_OBJ(pointer, OBJ_nid2obj(attribute), onceWithOneValue, type)
    }
}
