import ArchiveKit
public import Recognition

/// Why a file is not the record that was downloaded, and how to get it: nothing was audited, and nothing is said of the
/// round.
public enum RecordFileFault: String, Error, Sendable, CaseIterable {
    case missing, unreadable, empty, webPage, refusal, truncated, compressed, nested, paper, noRecord, lineEnds

    public var text: BilingualText {
        switch self {
        case .missing: BilingualText("không có tệp nào ở đó", "there is no such file")
        case .unreadable: BilingualText("không đọc được tệp", "the file cannot be read")
        case .empty: BilingualText("tệp trống", "the file is empty")
        case .webPage:
            BilingualText("là một trang web, không phải hồ sơ", "it is a web page, not a record")
        case .refusal:
            BilingualText(
                "là lời từ chối của máy chủ, không phải hồ sơ", "it is the server's refusal, not a record")
        case .truncated:
            BilingualText(
                "tệp không trọn vẹn: thiếu phần cuối, hoặc có gì thêm vào sau",
                "the file is not whole: its end is missing, or something was added behind it")
        case .compressed: BilingualText("bị nén thêm một lần (gzip)", "it is compressed once more (gzip)")
        case .nested: BilingualText("hồ sơ nằm trong một tệp ZIP khác", "the record lies inside another ZIP file")
        case .paper:
            BilingualText(
                "là một văn bản PDF, không phải hồ sơ", "it is a paper in PDF, not a record")
        case .noRecord: BilingualText("không phải hồ sơ của đợt bỏ phiếu", "it is not the record of a round")
        case .lineEnds:
            BilingualText(
                "cách xuống dòng trong hồ sơ đã bị đổi (CR LF)", "line ends inside the record were changed (CR LF)")
        }
    }

    public var advice: BilingualText {
        switch self {
        case .compressed:
            BilingualText("giải nén gzip rồi kiểm tra tệp ZIP bên trong", "gunzip it, and audit the ZIP file within")
        case .nested:
            BilingualText(
                "giải nén một lần rồi kiểm tra tệp ZIP bên trong", "unzip it once, and audit the ZIP file within")
        case .paper: BilingualText("kiểm tra văn bản: phieukin verify", "check papers with: phieukin verify")
        default:
            BilingualText(
                "tải lại hồ sơ: phieukin round record --round ROUNDID --out record.zip, hoặc nút “Tải hồ sơ” ở trang của đợt",
                "download the record anew: phieukin round record --round ROUNDID --out record.zip, or “Download the record” "
                    + "on the round's page")
        }
    }

    /// What the beginning of a file that is no archive shows it to be.
    init(beginning bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
        self =
            switch bytes {
            case _ where bytes.isEmpty: .empty
            case _ where bytes.starts(with: [0x1F, 0x8B]): .compressed
            case _ where bytes.starts(with: Array("%PDF".utf8)): .paper
            case _ where bytes.starts(with: Array("PK".utf8)): .truncated
            case _ where text.hasPrefix("<"): .webPage
            case _ where text.hasPrefix("{"): .refusal
            default: .noRecord
            }
    }
}
