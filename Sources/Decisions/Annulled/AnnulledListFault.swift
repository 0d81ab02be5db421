public import Recognition
public import StrictEncoding

/// Why a list of annulled decisions cannot be used.
public enum AnnulledListFault: Error, Hashable, Sendable {
    /// Beyond `AnnulledList.maximumSize`.
    case tooLarge

    /// The expected key did not sign it: forged, damaged, or another service's.
    case notSigned

    /// The key's name is not the issuer that the list states.
    case otherIssuer

    /// It was signed, but breaks the format.
    case malformed(MalformedInput)

    /// A name that does not change between versions.
    public var code: String {
        switch self {
        case .tooLarge: "too-large"
        case .notSigned: "not-signed"
        case .otherIssuer: "other-issuer"
        case .malformed: "malformed"
        }
    }

    /// The fault in words.
    public var text: BilingualText {
        switch self {
        case .tooLarge:
            BilingualText("Danh sách quyết định đã hủy bỏ quá lớn.", "The list of annulled decisions is too large.")
        case .notSigned:
            BilingualText(
                "Danh sách quyết định đã hủy bỏ không có chữ ký của hệ thống này.",
                "The list of annulled decisions is not signed by this service.")
        case .otherIssuer:
            BilingualText(
                "Danh sách quyết định đã hủy bỏ là của hệ thống khác.",
                "The list of annulled decisions is another service's.")
        case .malformed(let fault):
            BilingualText(
                "Danh sách quyết định đã hủy bỏ sai định dạng (chi tiết kỹ thuật: \(fault)).",
                "The list of annulled decisions is malformed (\(fault)).")
        }
    }
}
