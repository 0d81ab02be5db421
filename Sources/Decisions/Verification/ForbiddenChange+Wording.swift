import Recognition
import SignedPDF

extension ForbiddenChange {
    /// What was done to the file, for whoever holds it.
    var text: BilingualText { BilingualText(vietnamese, description) }

    private var vietnamese: String {
        switch self {
        case .trailingBytes(let count): "có \(count) byte được thêm vào sau phần cuối của tệp"
        case .unaccountedBytes(let offset): "có dữ liệu lạ được chèn vào tệp, tại byte thứ \(offset)"
        case .objectElsewhere(let number): "thành phần số \(number) bị lấy từ chỗ khác trong tệp"
        case .objectFreed(let number): "thành phần số \(number) bị xóa"
        case .objectChanged(let number): "thành phần số \(number) bị sửa"
        case .objectAdded(let number): "thành phần số \(number) được thêm vào mà không thuộc chữ ký nào"
        case .referenceFilled(let number): "thành phần số \(number) được thêm vào chỗ mà khi ký còn để trống"
        case .objectShared(let number): "thành phần số \(number) bị sửa, mà còn được dùng vào việc khác"
        case .catalogReplaced: "cả tài liệu bị thay bằng tài liệu khác"
        case .catalogEntry(let key): "mục \(key) của tài liệu bị sửa"
        case .formEntry(let key): "mục \(key) của biểu mẫu bị sửa"
        case .pageChanged(let page): "trang \(page + 1) bị sửa"
        case .annotationsChanged(let page): "chú thích trên trang \(page + 1) bị sửa hoặc thêm vào"
        case .informationChanged(let key): "thông tin \(key) của tài liệu bị sửa"
        case .seen(let page, let place):
            "trang \(page + 1) hiện ra khác với bản đã ký, ở chỗ cách mép trái \(place.inMillimetres.x) mm, "
                + "cách mép trên \(place.inMillimetres.y) mm"
        case .identifierChanged: "mã nhận dạng của tài liệu bị sửa"
        case .badField(let name, let fault): "ô “\(name)” được thêm vào hoặc được ký: \(fault.vietnamese)"
        case .fieldsChanged: "ô của biểu mẫu bị sửa hoặc bị xóa"
        case .validationDataChanged: "dữ liệu dùng để kiểm tra chữ ký bị sửa hoặc bị xóa"
        case .unsigned(let change): "sau chữ ký sau cùng có \(change.vietnamese) được ghi thêm mà không ai ký"
        case .lockedBySignature(let name): "chữ ký “\(name)” không cho phép sửa gì nữa"
        }
    }
}

extension PermittedChange {
    fileprivate var vietnamese: String {
        switch self {
        case .signatureField(let name, _), .fieldSigned(let name): "ô chữ ký “\(name)”"
        case .validationData: "dữ liệu dùng để kiểm tra chữ ký"
        case .documentInformation: "ngày sửa hoặc tên chương trình"
        case .metadata: "thông tin mô tả (XMP)"
        case .version: "phiên bản PDF"
        case .nothing: "một đoạn dữ liệu"
        }
    }
}

extension FieldFault {
    fileprivate var vietnamese: String {
        switch self {
        case .notASignatureField: "đó không phải ô chữ ký"
        case .strangeEntry: "nó có những mục mà ô chữ ký không cần"
        case .repeatedName: "đã có ô khác mang tên ấy"
        case .outsideKeptPlaces: "nó che một chỗ trên trang không dành cho chữ ký nào"
        case .tooLargeOnPage: "nó chiếm hơn một phần sáu trang"
        case .appearanceTooLarge: "hình hiện ra lớn hơn ô"
        case .hidesSignature: "nó che một chữ ký có trước"
        case .badAppearance: "không đọc được hình hiện ra"
        case .certifies: "chỉ chữ ký đầu tiên mới chứng nhận được tài liệu"
        }
    }
}
