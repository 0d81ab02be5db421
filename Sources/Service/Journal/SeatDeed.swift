/// What is done from a seat of a round's board: by the member's name, which stands where an account's does.
enum SeatDeed: Deed {
    case registered, committed, dealt, certified
    case keyMade
    case attemptBroken(PlanFinding?)
    case copyProved, freezeSigned, shareGiven, opened, minutesSigned

    var phrase: DeedPhrase {
        switch self {
        case .registered: DeedPhrase("board.register", "Đưa thiết bị vào ban kiểm phiếu", "Took the seat with a device")
        case .committed: DeedPhrase("board.commit", "Cam kết phần khóa của mình", "Committed to a part of the key")
        case .dealt: DeedPhrase("board.deal", "Chia phần khóa của mình", "Dealt a part of the key")
        case .certified:
            DeedPhrase("board.certify", "Xác nhận khóa đã nhận đúng", "Certified the key as received")
        case .keyMade:
            DeedPhrase(
                "board.key", "Xác nhận khóa đã nhận đúng, khóa của ban đã xong",
                "Certified the key as received, and the board's key is made")
        case .attemptBroken(let finding):
            DeedPhrase(
                "board.broken", "Lượt tạo khóa bị hỏng do một thành viên ({})", "A member broke the attempt ({})",
                finding?.summary ?? "", .finding)
        default: laterPhrase
        }
    }

    private var laterPhrase: DeedPhrase {
        switch self {
        case .freezeSigned: DeedPhrase("board.sign-freeze", "Ký danh sách đã chốt", "Signed the frozen lists")
        case .shareGiven: DeedPhrase("board.share", "Đưa phần khóa để mở hòm phiếu", "Gave a share of the key")
        case .opened:
            DeedPhrase(
                "board.open", "Đủ phần khóa: mở hòm phiếu, kiểm phiếu",
                "With enough shares, opened the box and counted")
        case .minutesSigned: DeedPhrase("board.sign-minutes", "Ký biên bản kiểm phiếu", "Signed the minutes")
        default: DeedPhrase("board.proof", "Chứng minh đã có bản lưu khóa", "Proved the saved copy of the key")
        }
    }

    static var allCases: [SeatDeed] {
        [
            .registered, .committed, .dealt, .certified, .keyMade, .attemptBroken(nil), .copyProved, .freezeSigned,
            .shareGiven, .opened, .minutesSigned,
        ]
    }
}
