import OpenSSLKit
import Recognition
import SignedPDF

extension SignatureFlaw {
    /// Why the signature's bytes were refused, for whoever holds the file.
    var text: BilingualText {
        switch self {
        case .tooLarge(let limit):
            BilingualText("dài hơn \(limit >> 10) KiB", "it is longer than \(limit >> 10) KiB")
        case .notCMS: BilingualText("không đúng định dạng CMS", "it is not CMS, or cut short")
        case .trailingBytes: BilingualText("có dữ liệu thừa sau chữ ký", "there are bytes behind it")
        case .notDER: BilingualText("không được mã hóa theo DER", "it is not encoded in DER")
        case .notSignedData: BilingualText("là CMS loại khác, không phải chữ ký", "it is CMS of another kind")
        case .notData:
            BilingualText("ký trên loại nội dung khác", "it is over another kind of content")
        case .otherContentEmbedded:
            BilingualText("mang theo nội dung khác với tệp", "it carries another content than the file")
        case .signerCount(let count):
            BilingualText("có \(count) người ký, đáng lẽ một", "it has \(count) signers instead of one")
        case .unreadableCertificate:
            BilingualText("không đọc được chứng thư số kèm theo", "a certificate inside cannot be read")
        case .noSignerCertificate:
            BilingualText("không kèm đúng chứng thư số của người ký", "the signer’s certificate is not beside it")
        case .badAttribute(let name):
            BilingualText("thuộc tính \(name) thiếu hoặc sai", "its attribute \(name) is missing or wrong")
        case .weakDigest(let name):
            BilingualText("hàm băm \(name) không đủ mạnh", "the hash function \(name) is not strong enough")
        case .weakKey(let kind):
            BilingualText("khóa \(kind) không đủ mạnh", "the key \(kind) is not strong enough")
        case .notInspected:
            BilingualText("chưa kiểm tra được do lỗi máy tính", "the computer could not look at it")
        }
    }
}

extension PDFSignatureFlaw {
    /// Why the signature is not accepted, for whoever holds the file.
    var text: BilingualText { BilingualText(vietnamese, description) }

    private var vietnamese: String {
        switch self {
        case .unsupportedFormat(let name): "chưa kiểm tra được chữ ký loại “\(name)”"
        case .sharedBySeveralFields: "nhiều ô cùng hiện một chữ ký"
        case .repeatedName: "nhiều ô trùng tên nhau"
        case .notAnObject: "chữ ký không phải là một thành phần riêng của tệp"
        case .misplacedCertification: "chữ ký chứng nhận tài liệu mà không phải là chữ ký đầu tiên"
        }
    }
}

extension CoverageFlaw {
    /// Why the signature is not over the whole file, for whoever holds it.
    var text: BilingualText { BilingualText(vietnamese, description) }

    private var vietnamese: String {
        switch self {
        case .badByteRange: "phạm vi ký không được ghi, hoặc ghi sai dạng"
        case .beyondFile: "phạm vi ký vượt quá cuối tệp"
        case .gapIsNotContents: "phạm vi ký bỏ ra ngoài phần khác, không chỉ chữ ký"
        case .notARevision: "phạm vi ký không dừng ở chỗ kết thúc một bản của tệp"
        case .otherRevision: "chữ ký nằm ở bản khác với bản mà nó ký"
        case .badContents: "phần chữ ký không đúng định dạng"
        }
    }
}
