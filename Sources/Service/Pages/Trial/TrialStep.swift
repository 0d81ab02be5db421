import Recognition

/// What a newcomer does, one after another, on the pages where it is done in earnest.
enum TrialStep: String, CaseIterable {
    case codes, board, freeze, signature, issuing, presence, screen, voting, phones, closing, seal, opening, certifying
    case identity, signing, verifying, annulling, record

    /// Whether the service cannot tell that it was done: somebody looked at something.
    var isLooking: Bool { [.screen, .verifying, .record].contains(self) }

    /// Whether its button opens a page beside this one.
    var isAside: Bool { isLooking }
}

extension TrialStep {
    /// What the step is, in a few words.
    var title: BilingualText {
        let (vietnamese, english) = titles
        return BilingualText(vietnamese, english)
    }

    private var titles: (String, String) {
        switch self {
        case .codes: ("Mã bỏ phiếu của từng đồng chí", "The members' access codes")
        case .board: ("Khóa của ban kiểm phiếu", "The counting board's key")
        case .freeze: ("Chốt đợt bỏ phiếu", "Freeze the round")
        case .signature: ("Ban kiểm phiếu ký danh sách đã chốt", "The board signs the frozen lists")
        case .issuing: ("Bắt đầu phát phiếu", "Open the issuing of ballots")
        case .presence: ("Điểm danh", "Take attendance")
        case .screen: ("Màn hình phòng họp", "The room's screen")
        case .voting: ("Mở bỏ phiếu", "Open voting")
        case .phones: ("Bỏ phiếu", "Vote")
        case .closing: ("Kết thúc bỏ phiếu", "Close the voting")
        case .seal: ("Niêm phong hòm phiếu", "Seal the box")
        case .opening: ("Mở hòm, kiểm phiếu", "Open the box and count")
        case .certifying: ("Công bố kết quả", "Certify the results")
        case .identity: ("Chứng thư số của người ký", "The signer's certificate")
        case .signing: ("Ký quyết định", "Sign the decisions")
        case .verifying: ("Kiểm tra một quyết định", "Verify a decision")
        case .annulling: ("Hủy bỏ một kết quả công nhận", "Annul a recognition")
        case .record: ("Tải hồ sơ đợt bỏ phiếu", "Download the record")
        }
    }

    /// What its button says.
    var button: BilingualText {
        switch self {
        case .board, .signature, .opening:
            BilingualText("Đến bàn ban kiểm phiếu", "Go to the board's desk")
        case .freeze, .issuing, .voting, .closing, .seal, .certifying:
            BilingualText("Đến trang của đợt bỏ phiếu", "Go to the round's page")
        case .presence: BilingualText("Đến trang điểm danh", "Go to attendance")
        case .screen: BilingualText("Mở màn hình phòng họp", "Open the room's screen")
        case .signing: BilingualText("Đến trang ký quyết định", "Go to signing")
        case .verifying: BilingualText("Mở trang kiểm tra", "Open the verifying page")
        case .annulling: BilingualText("Chọn quyết định để hủy bỏ", "Choose one to annul")
        case .record: BilingualText("Tải hồ sơ", "Download the record")
        case .codes, .phones, .identity: BilingualText("", "")
        }
    }
}
