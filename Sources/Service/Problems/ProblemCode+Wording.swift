import Recognition

extension ProblemCode {
    /// What people read: what is wrong and what to do.
    var text: BilingualText {
        let (vietnamese, english) = words
        return BilingualText(vietnamese, english)
    }

    private var words: (String, String) {
        switch self {
        case .malformedJSON: ("Dữ liệu gửi lên không phải JSON hợp lệ.", "The body is not well-formed JSON.")
        case .malformedRequest: ("Yêu cầu không đúng quy cách.", "The request does not have the required form.")
        case .tooLarge: ("Dữ liệu gửi lên quá lớn.", "The body is too large.")
        case .notFound: ("Không tìm thấy.", "There is nothing here.")
        case .methodNotAllowed:
            ("Địa chỉ này không nhận loại yêu cầu như vậy.", "This address does not take that kind of request.")
        case .requestTimeout:
            ("Gửi lên quá chậm; hãy kiểm tra đường truyền rồi thử lại.", "The request came too slowly. Try again.")
        case .unsupportedType:
            (
                "Loại dữ liệu gửi lên không được nhận ở đây; hãy gửi application/json (bảng: text/csv, tệp ký: "
                    + "application/pdf).",
                "This takes no body of that type: send application/json (tables: text/csv; papers: application/pdf)."
            )
        case .keptBack:
            (
                "Phiếu của đợt này đang được giữ lại, thử lại cũng không được: người quản trị máy chủ phải đặt lại "
                    + "khóa hoặc tệp của đợt rồi khởi động lại dịch vụ.",
                "This round's ballots are kept back, and trying again does not help: whoever runs the server must put "
                    + "the round's key or files back, and restart it."
            )
        case .crossSite: ("Yêu cầu đến từ trang khác nên bị từ chối.", "The request came from another site.")
        case .staleForm:
            ("Trang đã mở quá lâu; hãy làm lại bước này.", "This page was open for too long. Please do it once more.")
        case .notConfirmed:
            (
                "Bước này không thể làm lại; hãy gõ đúng câu xác nhận.",
                "This cannot be undone: type the words of the confirmation."
            )
        case .unauthenticated: ("Cần đăng nhập.", "Sign in first.")
        case .forbidden: ("Tài khoản không có quyền làm việc này.", "This account may not do this.")
        case .throttled:
            ("Đăng nhập sai quá nhiều lần; hãy chờ rồi thử lại.", "Too many failed sign-ins; wait, then try again.")
        case .wrongCredentials: ("Sai tên hoặc mật khẩu.", "The name or the password is wrong.")
        case .nameTaken: ("Tên này đã có người dùng.", "That name is taken.")
        case .weakPassword:
            ("Mật khẩu phải có từ 12 đến 256 ký tự.", "A password has 12 to 256 characters.")
        case .passwordsDiffer:
            ("Hai lần gõ mật khẩu mới không giống nhau.", "The new password was not typed the same twice.")
        case .commonPassword:
            (
                "Mật khẩu này ai cũng đoán thử trước tiên; hãy dùng một câu dài của riêng mình.",
                "That is among the first that anybody tries. Use a long phrase of your own."
            )
        case .samePassword: ("Mật khẩu mới giống mật khẩu cũ.", "The new password is the old one.")
        case .firstPasswordOver:
            (
                "Mật khẩu ban đầu đã hết hạn; nhờ quản trị đặt lại.",
                "The first password has expired; ask an administrator for another."
            )
        case .passwordToChange:
            (
                "Hãy đổi mật khẩu ban đầu trước khi làm việc khác.",
                "Change the first password before you do anything else."
            )
        case .passwordNeeded:
            (
                "Việc này cần nhập lại mật khẩu; chưa có gì được thực hiện.",
                "This needs your password again; it has not been done."
            )
        case .factorNeeded:
            (
                "Cần thêm mã của ứng dụng xác thực hoặc mã dự phòng.",
                "A code of your app, or a recovery code, is needed too."
            )
        case .factorToAdd:
            (
                "Hãy thêm lớp bảo vệ thứ hai (ứng dụng xác thực hoặc khóa truy cập) trước khi làm việc khác.",
                "Add a second factor (an authenticator app or a passkey) before you do anything else."
            )
        case .wrongCode:
            (
                "Mã không đúng, đã dùng rồi hoặc quá giờ; hãy chờ mã mới rồi thử lại.",
                "The code is wrong, was used, or is out of its time. Wait for the next one."
            )
        case .signInOver:
            ("Bước này đã quá giờ; hãy làm lại từ đầu.", "This took too long: begin again.")
        case .passkey:
            ("Không nhận được khóa truy cập này.", "This passkey cannot be taken.")
        case .lastFactor:
            (
                "Tài khoản phải có ít nhất một lớp bảo vệ thứ hai; hãy thêm cái khác trước.",
                "The account needs a second factor: add another first."
            )
        case .tooManyFactors: ("Đã có quá nhiều; hãy gỡ bớt.", "There are too many: remove one.")
        case .lastAdmin:
            (
                "Phải còn ít nhất một tài khoản quản trị đang hoạt động.",
                "At least one administrator's account must stay in use."
            )
        case .unknownRound: ("Không có đợt bỏ phiếu này.", "There is no such round.")
        case .wrongState:
            ("Đợt bỏ phiếu đang ở bước khác nên chưa làm được việc này.", "The round is at another step.")
        case .csv: ("Bảng có lỗi; chưa nhập dòng nào.", "The table has faults; nothing was imported.")
        case .draftIncomplete:
            ("Đợt bỏ phiếu chưa đủ thông tin để chốt.", "The round lacks something before it can be frozen.")
        case .alreadyFreezing: ("Đợt bỏ phiếu đang được chốt.", "The round is being frozen already.")
        case .freezeSignature:
            ("Chữ ký chốt của ban kiểm phiếu không đúng.", "The board member's freeze signature does not hold.")
        case .minutesSignature:
            (
                "Chữ ký biên bản của ban kiểm phiếu không đúng với kết quả kiểm phiếu.",
                "The board member's signature under the minutes is not over this count."
            )
        case .clockBehind:
            (
                "Đồng hồ máy chủ chỉ giờ sớm hơn bước trước của đợt hoặc văn bản: hãy chỉnh lại đồng hồ rồi làm lại.",
                "The server's clock shows a time before the last step of the round or paper: set it right, then repeat."
            )
        case .freezeSignaturesMissing:
            (
                "Ban kiểm phiếu chưa ký đủ để bắt đầu phát phiếu.",
                "Not every board member has signed the frozen round."
            )
        case .presenceFixed:
            ("Không thể đổi điểm danh như vậy ở bước này.", "That mark of attendance can no longer be made.")
        case .unacknowledgedWarnings:
            ("Có cảnh báo cần xác nhận trước khi tiếp tục.", "There are warnings to acknowledge first.")
        case .opening: ("Chưa mở được hòm phiếu bằng khóa này.", "The box does not open with this share.")
        case .auditFailed:
            (
                "Kiểm tra hòm phiếu không đạt; không công bố gì. Hãy báo quản trị.",
                "The box does not pass its audit; nothing is published. Tell the administrator."
            )
        case .wrongInvitation, .boardOfSeveral, .otherAttempt, .otherSeat, .seatTaken, .ceremonyKey, .ceremonyEarly,
            .ceremonyOver, .ceremonySignature, .copyNotProved:
            ceremonyWords
        case .voterUnknown: ("Không có tên trong danh sách bỏ phiếu.", "The round has no such voter.")
        case .voterAbsent: ("Chưa được điểm danh có mặt; hãy báo thư ký.", "Not marked present; tell the secretary.")
        case .voterExcused: ("Đã được cho vắng mặt có lý do.", "This voter is excused from the meeting.")
        case .alreadyIssued:
            (
                "Người này đã nhận phiếu trên thiết bị khác.",
                "Tokens were issued to this voter for another request."
            )
        case .batchLength: ("Thiếu hoặc thừa yêu cầu phiếu.", "A batch has one token request for each contest.")
        case .tokenRequest: ("Một yêu cầu phiếu không đúng quy cách.", "A token request is malformed.")
        case .blindedMessage:
            ("Một yêu cầu phiếu có giá trị ngoài phạm vi.", "A blinded message is not below the modulus.")
        case .relayOwnHost:
            (
                "Trạm chuyển phiếu phải ở máy của cơ quan khác, không ở chính máy này.",
                "A relay must be another body's machine, not this one."
            )
        case .relayStatement:
            (
                "Lời báo của trạm chuyển phiếu không đúng cho lần kết thúc bỏ phiếu này.",
                "The relay's statement does not hold for this closing."
            )
        case .notARelay:
            (
                "Chỉ trạm chuyển phiếu của đợt này được gửi tới đây, với chữ ký của trạm.",
                "Only the round's relays send here, each request with the relay's signature."
            )
        case .relayDiffers:
            ("Trạm này đã báo một con số khác.", "This relay has stated another number before.")
        case .sameKey:
            (
                "Khóa này đã là khóa khác của đợt; mỗi người, mỗi máy phải có khóa riêng. Hãy tạo khóa mới.",
                "That key is another one of the round already; everybody has a key of their own. Make a new one."
            )
        case .batchSignature:
            ("Chữ ký của người bỏ phiếu không đúng.", "The request is not signed with the voter's credential key.")
        case .slipLength: ("Phiếu không đủ 473 byte.", "A slip has 473 bytes.")
        case .slipVersion: ("Phiếu khác phiên bản.", "The slip is of another version.")
        case .slipContest: ("Phiếu không thuộc đợt này.", "The round has no such contest.")
        case .slipPoint: ("Khóa trong phiếu không hợp lệ.", "A key in the slip is not a point of P-256.")
        case .slipToken:
            ("Phiếu không mang mã hợp lệ của nội dung này.", "The slip's token is not one of this contest and round.")
        case .slipSignature: ("Chữ ký trên phiếu không đúng.", "The slip's signature does not hold.")
        case .deviceKey:
            (
                "Khóa của máy này không dùng được: hãy mở lại trang bỏ phiếu và nhận phiếu lại.",
                "This device's key cannot be used: open the voting page again, and take the ballot anew."
            )
        case .slipDiffers:
            ("Đã có phiếu khác dùng mã này; phiếu đầu tiên là phiếu tính.", "The first slip of this token stands.")
        case .foundSignature:
            ("Chữ ký xác nhận tìm thấy phiếu không đúng.", "The signature over the sealed box does not hold.")
        case .notRecognised:
            ("Tổ chức này không đủ điều kiện ra quyết định.", "A decision may not be issued for this unit.")
        case .alreadyDecided: ("Đã có quyết định cho tổ chức này.", "There is a decision for this unit already.")
        case .alreadyAnnulled: ("Quyết định này đã bị hủy bỏ.", "This decision is annulled already.")
        case .noIdentity:
            ("Tài khoản chưa có chứng thư số để ký.", "This account has no certificate to sign with yet.")
        case .wrongKeyPassword: ("Sai mật khẩu của khóa ký.", "The signing key's password is wrong.")
        case .untrustedIdentity:
            ("Chứng thư số không dùng được để ký.", "The certificate cannot be used to sign decisions.")
        case .identityOfAnother:
            (
                "Chứng thư số không phải của người hoặc cơ quan ký ở chỗ này.",
                "The certificate is not that of whoever signs in this place."
            )
        case .bodySealPresent: ("Quyết định này đã được đóng dấu số.", "This decision bears the body's seal already.")
        case .signature:
            ("Chữ ký hoặc tệp đã ký không được chấp nhận.", "The signature, or the signed file, is not accepted.")
        case .noTimestampAuthority:
            (
                "Máy chủ chưa được cấu hình cơ quan cấp dấu thời gian; hãy báo quản trị.",
                "The service has no time stamp authority; tell the administrator."
            )
        case .paperChanged:
            (
                "Văn bản vừa có thêm chữ ký hoặc dấu khác; hãy làm lại bước này.",
                "The paper was given another signature or stamp meanwhile. Do this once more."
            )
        case .timestamp:
            (
                "Không lấy được dấu thời gian của cơ quan cấp dấu; việc này chưa được thực hiện. Hãy thử lại sau ít phút.",
                "The authority gave no time stamp; this was not done. Try again in a few minutes."
            )
        case .document: ("Không lập được văn bản này.", "This document cannot be made.")
        case .unreadableFile:
            (
                "Đọc tệp này cần nhiều bộ nhớ hoặc thời gian hơn mức cho phép; chưa kết luận được gì về tệp.",
                "Reading this file takes more memory or time than a file may; nothing was found out about it."
            )
        case .storageFull:
            ("Máy chủ hết chỗ lưu; hãy báo quản trị.", "The disk is full. Tell the administrator.")
        case .unavailable: ("Dịch vụ đang bận, hãy thử lại.", "The service cannot answer now. Try again.")
        case .overloaded:
            (
                "Máy chủ đang có quá nhiều việc loại này; hãy chờ một lát rồi thử lại.",
                "The server has too much of this to do. Wait a moment, then try again."
            )
        case .internal:
            ("Có lỗi trong máy chủ; đã ghi vào nhật ký.", "Something failed in the server; it is in its log.")
        }
    }
}
