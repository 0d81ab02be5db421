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

    /// The one value of an attribute; nil where it is missing, repeated or of another type.
    func value(of attribute: CInt, _ type: CInt) -> UnsafeMutableRawPointer? {
        let onceWithOneValue: CInt = -3
        return unsafe CMS_signed_get0_data_by_OBJ(pointer, OBJ_nid2obj(attribute), onceWithOneValue, type)
    }

    func has(_ attribute: CInt) -> Bool {
        unsafe CMS_signed_get_attr_by_NID(pointer, attribute, -1) >= 0
    }
}
