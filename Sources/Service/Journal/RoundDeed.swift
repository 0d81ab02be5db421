/// What is done to a round.
enum RoundDeed: Deed {
    case created, trialMade
    case unitsImported(Int)
    case membersImported(Int)
    case cardsReplaced(Int)
    case relaysNamed(Int)
    case boardKeyGiven, frozen, freezeSigned, issuingBegun
    case boardUnplanned
    case boardPlanned(Int)
    case invitationRenewed(String)
    case attemptBegun(Int)
    case presenceMarked(Int)
    case votingBegun, closed, sealed, opened, minutesSigned, recounted, certified, cancelled

    var phrase: DeedPhrase {
        switch self {
        case .created: DeedPhrase("round.create", "Lập đợt bỏ phiếu", "Made the round")
        case .trialMade:
            DeedPhrase(
                "trial.round", "Lập đợt bỏ phiếu dùng thử cùng danh sách mẫu", "Made the trial round with its lists")
        case .unitsImported(let count):
            DeedPhrase("round.units", "Nhập danh sách {} tổ chức đảng", "Imported {} units", "\(count)")
        case .membersImported(let count):
            DeedPhrase("round.voters", "Nhập danh sách {} đồng chí", "Imported {} members", "\(count)")
        case .cardsReplaced(let count):
            DeedPhrase(
                "round.cards", "Thay khóa vào phiếu của {} đồng chí", "Replaced the access keys of {} members",
                "\(count)")
        case .relaysNamed(let count):
            DeedPhrase("round.relays", "Chọn {} trạm chuyển phiếu", "Named {} relays", "\(count)")
        case .boardKeyGiven:
            DeedPhrase(
                "round.board", "Đưa khóa công khai của ban kiểm phiếu vào", "Gave the counting board's public key")
        case .boardPlanned(let count):
            DeedPhrase("round.board-plan", "Lập ban kiểm phiếu {} người", "Planned a board of {}", "\(count)")
        case .boardUnplanned:
            DeedPhrase("round.board-unplan", "Bỏ ban kiểm phiếu nhiều người", "Gave up the board of several")
        case .invitationRenewed(let name):
            DeedPhrase("round.invitation", "Cấp lại giấy mời cho {}", "Renewed the invitation of {}", name)
        case .attemptBegun(let number):
            DeedPhrase(
                "round.board-attempt", "Bắt đầu lượt tạo khóa thứ {}", "Began attempt {} at the board's key",
                "\(number)")
        case .frozen: DeedPhrase("round.freeze", "Chốt đợt bỏ phiếu", "Froze the lists")
        case .freezeSigned:
            DeedPhrase(
                "round.sign-freeze", "Ban kiểm phiếu ký danh sách đã chốt", "Signed the frozen lists for the board")
        case .issuingBegun: DeedPhrase("round.issuing", "Bắt đầu phát phiếu", "Opened the issuing of ballots")
        case .presenceMarked(let count):
            DeedPhrase("round.presence", "Điểm danh {} đồng chí", "Marked the attendance of {}", "\(count)")
        case .votingBegun: DeedPhrase("round.voting", "Mở bỏ phiếu", "Opened voting")
        case .closed: DeedPhrase("round.closing", "Kết thúc bỏ phiếu", "Closed the voting")
        case .sealed: DeedPhrase("round.seal", "Niêm phong hòm phiếu", "Sealed the box")
        case .opened: DeedPhrase("round.open", "Mở hòm phiếu, kiểm phiếu", "Opened the box and counted")
        case .minutesSigned:
            DeedPhrase(
                "round.sign-minutes", "Ban kiểm phiếu ký biên bản kiểm phiếu", "Signed the minutes for the board")
        case .recounted: DeedPhrase("round.tally", "Kiểm phiếu lại", "Counted again")
        case .certified: DeedPhrase("round.certify", "Công bố kết quả", "Certified the results")
        case .cancelled: DeedPhrase("round.cancel", "Hủy đợt bỏ phiếu", "Cancelled the round")
        }
    }

    static var allCases: [RoundDeed] {
        [
            .created, .trialMade, .unitsImported(0), .membersImported(0), .cardsReplaced(0), .relaysNamed(0),
            .boardKeyGiven, .boardPlanned(0), .boardUnplanned, .invitationRenewed(""), .attemptBegun(0), .frozen,
            .freezeSigned, .issuingBegun, .presenceMarked(0), .votingBegun, .closed, .sealed, .opened, .minutesSigned,
            .recounted, .certified, .cancelled,
        ]
    }
}
