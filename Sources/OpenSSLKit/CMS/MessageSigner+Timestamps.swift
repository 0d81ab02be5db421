import COpenSSL

/// The unsigned attribute signature-time-stamp (ETSI EN 319 122-1, section 5.3).
extension MessageSigner {
    /// Most time stamps that are looked at; each costs as much as a signature.
    private static let timestampLimit = 8

    /// What time stamps are over.
    var signature: [UInt8] {
        unsafe CMS_SignerInfo_get0_signature(pointer).map { unsafe ASN1Bytes.copy($0) } ?? []
    }

    func timestamps() -> [Result<TimestampToken, TimestampFlaw>] {
        tokens().prefix(Self.timestampLimit).map { der in
            Result { () throws(TimestampFlaw) in
                let token = try TimestampToken(der: der)
                guard token.covers(signature) else { throw .otherContent }
                return token
            }
        }
    }

    func add(_ token: TimestampToken) throws(OpenSSLError) {
        try require("adding a time stamp") {
            unsafe CMS_unsigned_add1_attr_by_NID(
                pointer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.der, CInt(clamping: token.der.count))
        }
    }

    /// All values of all such attributes.
    private func tokens() -> [[UInt8]] {
        var tokens: [[UInt8]] = []
        var place: CInt = -1
        while true {
            place = unsafe CMS_unsigned_get_attr_by_NID(pointer, NID_id_smime_aa_timeStampToken, place)
            guard place >= 0 else { return tokens }
            let attribute = unsafe CMS_unsigned_get_attr(pointer, place)
            tokens += (0..<max(0, unsafe X509_ATTRIBUTE_count(attribute))).map { index in
                let value = unsafe X509_ATTRIBUTE_get0_data(attribute, index, V_ASN1_SEQUENCE, nil)
                guard let value = unsafe value else { return [] }
                return unsafe ASN1Bytes.copy(value.assumingMemoryBound(to: ASN1_STRING.self))
            }
        }
    }
}
