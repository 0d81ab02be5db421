import Recognition
import SecretBallot

extension AuditCheck {
    /// What is counted beside it.
    var words: BilingualText {
        switch self {
        case .archive: BilingualText("tệp trong hồ sơ", "files in the archive")
        case .manifest: BilingualText("bản kê khai của đợt", "manifest")
        case .guidance: BilingualText("hướng dẫn", "guidance")
        case .freeze: BilingualText("chữ ký chốt đợt của ban kiểm phiếu", "freeze signatures of the board")
        case .transcript: BilingualText("cách lập khóa của ban kiểm phiếu", "how the board made its key")
        case .attendance: BilingualText("danh sách có mặt, vắng mặt", "attendance")
        case .issuance: BilingualText("người được phát phiếu", "voters issued to")
        case .closing: BilingualText("kết thúc bỏ phiếu", "the closing of the voting")
        case .steps: BilingualText("thời điểm các bước", "times of the steps")
        case .relays: BilingualText("lời của các trạm chuyển phiếu", "statements of relays")
        case .slip: BilingualText("phiếu", "slips")
        case .boxes: BilingualText("hòm phiếu", "boxes")
        case .seal: BilingualText("niêm phong", "seal")
        case .note: BilingualText("xác nhận niêm phong của nhật ký", "the log's note over the seal")
        case .found: BilingualText("người đã thấy phiếu của mình", "voters who found their slips")
        case .opening: BilingualText("mở hòm phiếu", "opening by the board")
        case .tally: BilingualText("kiểm phiếu", "tally")
        case .outcomes: BilingualText("kết quả", "outcomes")
        case .minutes: BilingualText("chữ ký biên bản của ban kiểm phiếu", "the board's signatures under the minutes")
        case .decisions: BilingualText("quyết định", "decisions")
        }
    }
}
