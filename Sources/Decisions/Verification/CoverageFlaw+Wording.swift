import Recognition
import SignedPDF

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
