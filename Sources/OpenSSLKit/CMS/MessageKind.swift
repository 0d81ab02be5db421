import COpenSSL

/// What a signed message is about.
enum MessageKind {
    /// Plain data (id-data): documents.
    case data
    /// `TSTInfo` (id-ct-TSTInfo, RFC 3161).
    case timestampInfo

    /// OpenSSL's number of the content type.
    var identifier: CInt {
        switch self {
        case .data: NID_pkcs7_data
        case .timestampInfo: NID_id_smime_ct_TSTInfo
        }
    }
}
