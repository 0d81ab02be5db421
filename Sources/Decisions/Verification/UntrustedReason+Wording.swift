import OpenSSLKit
import Recognition

extension UntrustedReason {
    var text: BilingualText {
        switch self {
        case .expired: BilingualText("đã hết hạn.", "it, or one above it, had expired.")
        case .notYetValid: BilingualText("chưa có hiệu lực.", "it, or one above it, was not valid yet.")
        case .unknownIssuer:
            BilingualText("không do cơ quan chứng thực tin cậy cấp.", "no path leads from it to a trusted authority.")
        case .badSignature:
            BilingualText("chữ ký của cơ quan cấp không khớp.", "the issuer's signature on it does not hold.")
        case .issuerNotAuthority:
            BilingualText(
                "do chứng thư số không có quyền cấp phát cấp.", "it was issued by one that may not issue any.")
        case .weakAlgorithm:
            BilingualText("thuật toán hoặc khóa quá yếu.", "a key or hash function on its path is too weak.")
        case .notForSigning:
            BilingualText("không dùng để ký văn bản.", "it is not one for signing documents.")
        case .notForTimestamping:
            BilingualText("không dùng để cấp dấu thời gian.", "it is not one for time stamps alone.")
        case .revoked:
            BilingualText("đã bị thu hồi.", "its issuer, or that of one above it, had revoked it.")
        case .other(let code): BilingualText("lỗi X.509 số \(code).", "X.509 error \(code).")
        }
    }
}
