import Recognition
import Storage

/// What the journal's entries say, in words.
enum JournalWords {
    /// - Returns: nil for an action that this version does not know: it is shown as it stands.
    static func text(of entry: JournalEntry) -> BilingualText? {
        guard let (vietnamese, english) = words[entry.action] else { return nil }
        let detail = entry.detail
        return BilingualText(
            vietnamese.replacing("{}", with: detail), english.replacing("{}", with: detail))
    }

    /// `{}` stands for the entry's detail.
    static let words: [String: (String, String)] = rounds.merging(decisions) { $1 }.merging(accounts) { $1 }

    private static let rounds: [String: (String, String)] = [
        "round.create": ("Lập đợt bỏ phiếu", "Made the round"),
        "round.units": ("Nhập danh sách {} tổ chức đảng", "Imported {} units"),
        "round.voters": ("Nhập danh sách {} đồng chí", "Imported {} members"),
        "round.board": ("Đưa khóa công khai của ban kiểm phiếu vào", "Gave the counting board's public key"),
        "round.cards": ("Thay khóa vào phiếu của {} đồng chí", "Replaced the access keys of {} members"),
        "round.freeze": ("Chốt đợt bỏ phiếu", "Froze the lists"),
        "round.sign-freeze": ("Ban kiểm phiếu ký danh sách đã chốt", "Signed the frozen lists for the board"),
        "round.issuing": ("Bắt đầu phát phiếu", "Opened the issuing of ballots"),
        "round.presence": ("Điểm danh {} đồng chí", "Marked the attendance of {}"),
        "round.voting": ("Mở bỏ phiếu", "Opened voting"),
        "round.seal": ("Niêm phong hòm phiếu", "Sealed the box"),
        "round.open": ("Mở hòm phiếu, kiểm phiếu", "Opened the box and counted"),
        "round.sign-minutes": ("Ban kiểm phiếu ký biên bản kiểm phiếu", "Signed the minutes for the board"),
        "round.tally": ("Kiểm phiếu lại", "Counted again"),
        "round.certify": ("Công bố kết quả", "Certified the results"),
        "round.cancel": ("Hủy đợt bỏ phiếu", "Cancelled the round"),
        "trial.round": ("Lập đợt bỏ phiếu dùng thử", "Made the trial round"),
    ]

    private static let decisions: [String: (String, String)] = [
        "decision.issue": ("Ký {} quyết định", "Signed {} decisions"),
        "decision.prepare": ("Lập {} văn bản để ký ngoài hệ thống", "Prepared {} papers to be signed elsewhere"),
        "decision.attach": ("Nhận chữ ký cho quyết định số {}", "Took in the signature of decision {}"),
        "decision.withdraw": ("Rút văn bản số {} đang chờ ký", "Withdrew the prepared paper {}"),
        "decision.seal": ("Đóng dấu số quyết định số {}", "Put the seal to decision {}"),
        "decision.annul": ("Hủy bỏ kết quả công nhận bằng quyết định số {}", "Annulled a recognition by decision {}"),
        "identity.set": ("Thay chứng thư số để ký", "Replaced the signing certificate"),
    ]

    private static let accounts: [String: (String, String)] = [
        "account.create": ("Lập tài khoản {}", "Made the account {}"),
        "account.change": ("Sửa tài khoản {}", "Changed the account {}"),
        "account.roles": ("Đổi vai trò: {}", "Changed roles: {}"),
        "account.disable": ("Khóa tài khoản {}", "Disabled the account {}"),
        "account.enable": ("Mở lại tài khoản {}", "Enabled the account {}"),
        "account.password": ("Đặt lại mật khẩu cho {}", "Reset the password of {}"),
        "account.own-password": ("Đổi mật khẩu của mình", "Changed their own password"),
        "token.create": ("Lập mã truy cập cho chương trình: {}", "Made a token for scripts: {}"),
        "token.revoke": ("Thu hồi mã truy cập: {}", "Revoked a token: {}"),
    ]
}
