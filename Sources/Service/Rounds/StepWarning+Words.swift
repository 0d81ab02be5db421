import Recognition
import SecretBallot

extension StepWarning {
    var text: BilingualText {
        switch self {
        case .clockBehind(let now, let last):
            BilingualText(
                "Đồng hồ máy chủ đang chỉ \(Self.time(now).vietnamese), sớm hơn bước trước của đợt "
                    + "(\(Self.time(last).vietnamese)). Đồng hồ đang sai: dừng lại, chỉnh cho đúng. Đồng hồ đang đúng, "
                    + "lúc trước mới sai: bước này được ghi theo giờ của bước trước, và chưa qua giờ ấy thì chưa ký được "
                    + "quyết định nào của đợt.",
                "The server's clock shows \(Self.time(now).english), before the round's last step "
                    + "(\(Self.time(last).english)). If it is wrong now, stop and set it right. If it is right now and was "
                    + "wrong then, this step is recorded with the time of the one before, and none of the round's "
                    + "decisions can be signed until that time has passed.")
        case .unitsLeftOut(let units):
            BilingualText(
                "\(units.count) tổ chức không được đưa ra bỏ phiếu, chốt rồi thì không thêm được: "
                    + Self.list(units.map(\.name)),
                "\(units.count) units are not put to the ballot, and cannot be once the round is frozen: "
                    + Self.list(units.map(\.name)))
        case .secrecy(let warning): warning.text
        case .boardOfOne(let name):
            BilingualText(
                "Ban kiểm phiếu chỉ có một người giữ khóa: \(name). Một người và máy chủ cùng nhau thì mở được hòm phiếu "
                    + "trước giờ; mất khóa hoặc người ấy vắng thì không kiểm phiếu được. Ban nhiều người an toàn hơn.",
                "One person alone holds the board's key: \(name). Together with the server that one could open the box "
                    + "early, and without that one nobody can count. A board of several is stronger.")
        case .fewOpen(let threshold, let members):
            BilingualText(
                "Chỉ cần \(threshold) trên \(members) thành viên ban kiểm phiếu là mở được hòm: hai nhóm không chung người nào "
                    + "đều tự mở được, nhóm này không cần nhóm kia. Đặt quá nửa thì không thể như vậy.",
                "\(threshold) of \(members) members of the board are enough to open the box: two groups with nobody in common "
                    + "could each open it, one without the other. With more than half they could not.")
        case .noQuorum(let present, let summoned):
            BilingualText(
                "Chưa đủ số người dự: \(present) trên \(summoned) được triệu tập; sẽ không tổ chức nào được công nhận.",
                "No quorum: \(present) of \(summoned) summoned are present; no unit can be recognised.")
        case .withoutBallot(let voters):
            BilingualText(
                "\(voters.count) đồng chí có mặt chưa nhận phiếu, kết thúc bỏ phiếu rồi thì không nhận được nữa: "
                    + Self.list(voters.map(\.name)),
                "\(voters.count) members are present without a ballot, and cannot take one once the voting has ended: "
                    + Self.list(voters.map(\.name)))
        case .slipsMissing(let expected, let collected):
            BilingualText(
                "Còn \(expected - collected) phiếu đã phát chưa vào hòm (\(collected) trên \(expected)); "
                    + "niêm phong rồi thì không nhận nữa, và không ai biết đó là phiếu của ai.",
                "\(expected - collected) slips that were issued are not in the box (\(collected) of \(expected) are); "
                    + "none is taken once it is sealed, and whose they are nobody knows.")
        case .relaySilent(let relays):
            BilingualText(
                "Chưa có tin của \(relays.count) trạm chuyển phiếu; niêm phong rồi thì phiếu gửi qua trạm ấy không vào hòm "
                    + "được nữa: " + Self.list(relays),
                "\(relays.count) relays have not answered; what was handed to them cannot enter the box once it is "
                    + "sealed: " + Self.list(relays))
        case .ballotsDestroyed(let issued, let slips):
            BilingualText(
                "Đã phát phiếu cho \(issued) đồng chí, \(slips) phiếu đã vào hòm: tất cả sẽ bị xóa mà không ai xem.",
                "\(issued) members have their ballots and \(slips) slips are in the box: all are destroyed unseen.")
        case .boxUnread:
            BilingualText(
                "Hòm phiếu đang mở không đọc được, nên không biết có bao nhiêu phiếu trong đó: hủy thì mọi phiếu bị xóa. "
                    + "Có thể chỉ là khóa hoặc ổ đĩa chưa được gắn: xem nhật ký máy chủ trước đã.",
                "The round's spool cannot be read, so nobody knows how many slips are in it: cancelling destroys them all. "
                    + "Its key or disk may only not be mounted: look at the server's log first.")
        case .unanimous(_, let unit, let criterion):
            BilingualText(
                "\(unit.name), “\(criterion.name)”: các phiếu giống hệt nhau, nên kết quả cho biết ý kiến của từng người.",
                "\(unit.name), “\(criterion.name)”: all slips say the same, so the result tells how each one voted.")
        case .contradiction(_, let text), .short(_, let text), .overstated(_, let text): text
        case .boardReplaced(let members):
            BilingualText(
                "Khóa mà \(members.count) thành viên ban kiểm phiếu đã đăng ký sẽ bị bỏ, phải tạo lại từ đầu: "
                    + Self.list(members),
                "The keys that \(members.count) members of the board have registered are given up, and are to be made anew: "
                    + Self.list(members))
        case .cardsVoid(let cards):
            BilingualText(
                "\(cards.count) thẻ vào phiếu sẽ hết giá trị: " + Self.list(cards.map(\.description)),
                "\(cards.count) cards become void: " + Self.list(cards.map(\.description)))
        case .recognitionEnded(let unit, let year, let number):
            BilingualText(
                "Kết quả công nhận \(unit) năm \(year) theo quyết định số \(number) chấm dứt, không khôi phục được; "
                    + "muốn công nhận lại phải qua một đợt bỏ phiếu khác.",
                "The recognition of \(unit) for \(year) by decision \(number) ends for good: only another ballot can "
                    + "recognise the unit again.")
        }
    }

    private static func time(_ seconds: Int) -> BilingualText {
        BilingualText(
            PageNumber(value: seconds, language: .vietnamese).moment,
            PageNumber(value: seconds, language: .english).moment)
    }

    private static func list(_ names: [String]) -> String { names.joined(separator: "; ") + "." }
}
