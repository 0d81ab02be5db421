extension ProblemCode {
    /// What members of a board of several read, and the secretary who plans it.
    var ceremonyWords: (String, String) {
        switch self {
        case .wrongInvitation:
            (
                "Giấy mời này không dùng được ở đây, hoặc đã được cấp lại: hãy hỏi thư ký.",
                "This invitation is not good here, or was renewed: ask the secretary."
            )
        case .boardOfSeveral:
            (
                "Đợt này có ban kiểm phiếu nhiều người, khóa do các thiết bị của ban cùng tạo.",
                "A board of several is planned for this round: its members' devices make its key together."
            )
        case .otherAttempt:
            ("Lượt tạo khóa này không còn, hoặc chưa đến.", "The board's key is being made in another attempt.")
        case .otherSeat: ("Phần này là của thành viên khác.", "This is for another member's seat.")
        case .seatTaken:
            (
                "Đã có thiết bị khác vào chỗ này: dùng thiết bị ấy, hoặc nhờ thư ký bắt đầu lượt mới.",
                "Another device has this seat: use that one, or have the secretary begin a new attempt."
            )
        case .ceremonyKey:
            ("Khóa này đã có trong ban kiểm phiếu.", "That key is on the board already.")
        case .ceremonyOver:
            (
                "Lượt tạo khóa này đã dừng vì một thành viên làm sai: xem tên ở trang này, rồi bắt đầu lượt mới.",
                "A member broke this attempt, and it is over: see who it was, then begin another."
            )
        case .ceremonySignature:
            (
                "Chữ ký không thuộc lượt tạo khóa này: hãy tải lại.",
                "The signature is not of this attempt at the board's key: look at it anew."
            )
        case .copyNotProved:
            (
                "Phải chứng minh đã có bản lưu khóa trước khi ký danh sách đã chốt.",
                "The saved copy of the key has to be proved before the frozen lists are signed."
            )
        default:
            ("Chưa đến bước này: còn chờ các thành viên khác.", "It is not time for this: other members come first.")
        }
    }
}
