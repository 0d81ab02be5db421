import Recognition

extension TrialStep {
    /// What happens, in a line or two.
    var text: BilingualText {
        let (vietnamese, english) = texts
        return BilingualText(vietnamese, english)
    }

    private var texts: (String, String) {
        switch self {
        case .codes:
            (
                "Mã được làm ngay trong trình duyệt này; máy chủ chỉ nhận khóa công khai. Thật thì in ra thẻ rồi xóa; ở bản dùng thử, mã được giữ trong trình duyệt này để mở “điện thoại” của từng đồng chí.",
                "They are made in this browser; the server only gets public keys. In earnest they are printed and forgotten; in this trial this browser keeps them, to open each member's “phone”."
            )
        case .board:
            (
                "Ban kiểm phiếu tạo khóa trên máy của mình. Chưa có khóa này thì không ai, kể cả máy chủ, mở được hòm phiếu.",
                "The board makes its key on its own device. Without it nobody, not even the server, can open the box."
            )
        case .freeze:
            (
                "Danh sách tổ chức, danh sách đồng chí và khóa được cố định thành một bản; từ đây không sửa được gì.",
                "Units, members and keys become one fixed document; nothing can be changed from here on."
            )
        case .signature:
            (
                "Ban kiểm phiếu đối chiếu rồi ký bản đã chốt bằng khóa của mình.",
                "The board compares the frozen document and signs it with its key."
            )
        case .issuing:
            (
                "Từ lúc này điện thoại của các đồng chí có mặt nhận được phiếu.",
                "From here on the phones of members present can get their ballots."
            )
        case .presence:
            (
                "Hãy ghi đồng chí Vũ Đình Tập vắng có lý do, sáu đồng chí còn lại có mặt.",
                "Mark Vũ Đình Tập excused and the other six present."
            )
        case .screen:
            (
                "Mở trên máy chiếu: mã đối chiếu, số có mặt, số phiếu trong hòm, cập nhật ngay khi có thay đổi.",
                "For the projector: the round code, how many are present, how many slips are in the box, live."
            )
        case .voting:
            ("Trước khi mở, phần mềm nhắc nếu thiếu người dự.", "The service says so if there is no quorum.")
        case .phones:
            (
                "Hãy bỏ phiếu thay một, hai đồng chí trên “điện thoại” của họ, rồi cho các đồng chí còn lại tự bỏ phiếu.",
                "Vote for one or two members on their “phones”, then let the others vote by themselves."
            )
        case .closing:
            (
                "Không ai nhận phiếu được nữa; phiếu đã phát còn được nhận vào hòm cho đến khi niêm phong.",
                "Nobody can take a ballot any more; slips that were issued still enter the box until it is sealed."
            )
        case .seal:
            (
                "Không nhận thêm phiếu. Khóa phát phiếu bị hủy; thứ tự bỏ phiếu không còn ở đâu.",
                "Nothing more comes in. The issuing keys are destroyed, and with them all order of voting."
            )
        case .opening:
            (
                "Máy của ban kiểm phiếu kiểm tra cả hòm đã niêm phong rồi mới đưa khóa ra.",
                "The board's device checks the whole sealed box before it releases its key."
            )
        case .certifying:
            (
                "Đọc các cảnh báo trước hội nghị, rồi công bố. Màn hình phòng họp hiện kết quả.",
                "The warnings are read to the meeting, then the results are published on the room's screen."
            )
        case .identity:
            (
                "Người ký nộp chứng thư số (tệp .p12) một lần. Ở đây dùng chứng thư dùng thử, chỉ bản cài đặt này tin cậy.",
                "The signer gives a certificate (.p12) once. Here it is a trial one that only this installation trusts."
            )
        case .signing:
            (
                "Mỗi dự thảo nằm cạnh kết quả kiểm phiếu làm căn cứ. Xem trước, rồi ký.",
                "Each draft stands beside the count that it follows from. Preview it, then sign."
            )
        case .verifying:
            (
                "Tải một quyết định về rồi đưa vào trang kiểm tra, như bất cứ ai cầm văn bản đều làm được.",
                "Download a decision and give it to the verifying page, as anybody who holds one can."
            )
        case .annulling:
            (
                "Thử hủy bỏ một quyết định có lý do, rồi kiểm tra lại chính tệp cũ: câu trả lời đã khác.",
                "Annul one with a reason, then verify the same old file again: the answer has changed."
            )
        case .record:
            (
                "Một tệp chứa mọi thứ để người ngoài kiểm lại từ đầu, không cần máy chủ: phieukin audit.",
                "One file with all that an outsider needs to check the round with no server: phieukin audit."
            )
        }
    }
}
