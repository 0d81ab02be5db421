import OpenSSLKit
public import Recognition

/// Why a certificate cannot sign a decision: a number must not be spent on one that nobody could rely on.
public enum SigningRefusal: String, Error, Hashable, Sendable {
    case notForSigning = "not-for-signing"
    case notYetValid = "not-yet-valid"
    case expired

    static func check(_ certificate: Certificate, at instant: Int64) throws(SigningRefusal) {
        guard certificate.isForSigning else { throw .notForSigning }
        guard instant >= certificate.notBefore else { throw .notYetValid }
        guard instant < certificate.notAfter else { throw .expired }
    }

    /// The refusal in words.
    public var text: BilingualText {
        switch self {
        case .notForSigning:
            BilingualText(
                "Chứng thư số này không dùng để ký văn bản.", "This certificate is not one for signing documents.")
        case .notYetValid:
            BilingualText("Chứng thư số của người ký chưa có hiệu lực.", "The signer's certificate is not valid yet.")
        case .expired:
            BilingualText("Chứng thư số của người ký đã hết hạn.", "The signer's certificate has expired.")
        }
    }
}
