import Recognition
import SignedPDF

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
