public import OpenSSLKit
public import Recognition

extension CredentialError {
    /// Why a signer's key or certificate was not taken, and what to do, for whoever handed it in.
    public var text: BilingualText { BilingualText(vietnamese, english) }

    private var english: String {
        switch self {
        case .unsupportedEncryption:
            "The file is encrypted by an algorithm that is no longer offered (RC2). Convert it, and hand in the new "
                + "file: \(Self.conversion.joined(separator: "; "))"
        default: description
        }
    }

    private var vietnamese: String {
        switch self {
        case .malformed(let fault): "Tệp không đúng định dạng hoặc bị hỏng (chi tiết kỹ thuật: \(fault))."
        case .tooLarge(let limit): "Tệp lớn hơn \(limit >> 10) KiB."
        case .noCertificate: "Tệp không có chứng thư số."
        case .noPrivateKey: "Tệp không có khóa bí mật."
        case .passwordNeeded: "Khóa bí mật có mật khẩu; hãy nhập mật khẩu."
        case .wrongPassword: "Sai mật khẩu của tệp khóa."
        case .unsupportedEncryption:
            "Tệp được mã hóa bằng thuật toán cũ (RC2), nay không còn dùng. Hãy chuyển đổi rồi nộp tệp mới, bằng các lệnh: "
                + Self.conversion.joined(separator: "; ")
        case .unsupportedKey(let kind): "Khóa loại \(kind) không dùng được; hãy dùng RSA 2048 đến 4096 bit, hoặc P-256."
        case .keyDoesNotMatchCertificate: "Khóa bí mật không thuộc chứng thư số này."
        }
    }
}
