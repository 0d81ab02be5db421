import Recognition
import SecretBallot
import StrictEncoding

/// What is lost or damaged of one round; all others are served.
enum RoundFault: Error {
    case spoolLost
    case spoolDamaged
    case twoClosings
    case boxesLost
    case boxesDamaged
    case forbidden

    /// What it means and what to do; where the files lie is for the log alone.
    var text: BilingualText {
        switch self {
        case .spoolLost:
            BilingualText(
                "Mất hòm phiếu đang mở của đợt này: đặt lại khóa và tệp hòm rồi khởi động lại, hoặc hủy đợt.",
                "The round's spool is lost: put its key and database back and restart, or cancel the round.")
        case .spoolDamaged:
            BilingualText(
                "Hòm phiếu đang mở của đợt này bị hỏng: đặt lại đúng tệp rồi khởi động lại, hoặc hủy đợt.",
                "The round's spool is damaged: put the right files back and restart, or cancel the round.")
        case .twoClosings:
            BilingualText(
                "Có hai bản kết thúc bỏ phiếu khác nhau của đợt này (sổ và hòm phiếu đang mở): đặt lại sổ và hòm của cùng "
                    + "một lúc rồi khởi động lại, hoặc hủy đợt và báo ban kiểm phiếu.",
                "There are two different ends of this round's voting, the register's and the spool's: put back a register "
                    + "and a spool of one moment and restart, or cancel the round and tell the counting board.")
        case .boxesLost:
            BilingualText(
                "Mất hòm phiếu đã niêm phong: lấy lại \(RecordFile.boxes.rawValue) từ bản sao lưu hoặc từ người đã tải về.",
                "The sealed boxes are gone: put \(RecordFile.boxes.rawValue) back from a backup, or from whoever "
                    + "downloaded it.")
        case .forbidden:
            BilingualText(
                "Dịch vụ không được phép đọc hoặc ghi tệp của đợt này: xem tên tệp và chủ của tệp trong nhật ký dịch vụ, "
                    + "giao tệp cho tài khoản chạy dịch vụ rồi khởi động lại.",
                "The service may not read or write the round's files: its log names them and whose they are; give them "
                    + "to the service's account, and restart.")
        case .boxesDamaged:
            BilingualText(
                "Hòm phiếu không khớp niêm phong: giữ tệp cũ ở nơi khác, lấy lại \(RecordFile.boxes.rawValue) "
                    + "từ bản sao lưu hoặc từ người đã tải về.",
                "The boxes are not what was sealed: keep the file elsewhere, and put \(RecordFile.boxes.rawValue) back "
                    + "from a backup, or from whoever downloaded it.")
        }
    }

    var problem: Problem { Problem(.keptBack, because: text) }
}

/// A step of which it is not known whether it was taken: the register failed to answer that, too.
struct UncertainStep: Error, CustomStringConvertible {
    let target: RoundState

    var description: String {
        "it is not known whether the step to \(target.rawValue) was taken: look again, and repeat it"
    }
}
