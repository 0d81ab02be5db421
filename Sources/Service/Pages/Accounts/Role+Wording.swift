import Recognition
import StrictEncoding

extension Role {
    /// What the role is called.
    var title: BilingualText {
        switch self {
        case .admin: BilingualText("Quản trị", "Administrator")
        case .secretary: BilingualText("Thư ký", "Secretary")
        case .board: BilingualText("Ban kiểm phiếu", "Counting board")
        case .signer: BilingualText("Người ký", "Signer")
        }
    }

    /// What whoever has it may do.
    var duties: BilingualText {
        switch self {
        case .admin:
            BilingualText(
                "lập, khóa tài khoản, giao vai trò, xem nhật ký; không xem được phiếu",
                "makes and disables accounts, gives roles, reads the journal; sees no ballot")
        case .secretary:
            BilingualText(
                "lập đợt bỏ phiếu, nhập danh sách, in thẻ, điểm danh, mở và niêm phong hòm phiếu",
                "prepares rounds, imports lists, prints cards, takes attendance, opens voting, seals the box")
        case .board:
            BilingualText(
                "giữ khóa hòm phiếu, ký khi chốt danh sách, mở hòm, kiểm phiếu, công bố kết quả",
                "keeps the key of the box, signs the frozen lists, opens the box, counts, certifies")
        case .signer:
            BilingualText(
                "ký, đóng dấu và hủy bỏ quyết định bằng chứng thư số của mình",
                "signs, seals and annuls decisions with their own certificate")
        }
    }

    var json: JSONValue { ["id": .string(rawValue), "title": title.json, "duties": duties.json] }
}
