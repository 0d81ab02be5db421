public import Recognition

/// Why shares do not open a box.
public enum OpeningFault: Error, Sendable, Hashable, CustomStringConvertible {
    case unknownMember(Int)
    case repeatedMember(Int)
    case signature(member: Int)

    /// A share that is not the one that the member's device had of the ceremony.
    case wrongShare(member: Int)
    case tooFew(needed: Int)
    case tooMany(needed: Int)

    /// A board of several opens only beside the transcript by which it made its key.
    case withoutTranscript
    case notTheBoardsKey

    public var description: String { text.english }

    /// For whoever gave the share, and all who wait for it; a member's number in Vietnamese is counted from 1.
    public var text: BilingualText {
        switch self {
        case .unknownMember(let member):
            BilingualText("ban kiểm phiếu không có thành viên thứ \(member + 1)", "the board has no member \(member)")
        case .repeatedMember(let member):
            BilingualText(
                "thành viên thứ \(member + 1) đưa phần khóa hai lần", "member \(member) gave a share twice")
        case .signature(let member):
            BilingualText(
                "chữ ký của thành viên thứ \(member + 1) trên phần khóa không đúng với niêm phong này",
                "the signature of member \(member) over the share does not hold for this seal")
        case .wrongShare(let member):
            BilingualText(
                "phần khóa của thành viên thứ \(member + 1) không phải là phần đã nhận khi cả ban tạo khóa",
                "the share of member \(member) is not the one that the board's transcript has")
        case .tooFew(let needed):
            BilingualText(
                "mở hòm cần phần khóa của \(needed) thành viên", "the board opens with the shares of \(needed) members")
        case .tooMany(let needed):
            BilingualText(
                "mở hòm cần phần khóa của \(needed) thành viên, không giữ nhiều hơn",
                "the board opens with the shares of \(needed) members and no more are kept")
        case .withoutTranscript:
            BilingualText(
                "thiếu bản ghi việc tạo khóa của ban nhiều người", "a board of several opens only beside its transcript"
            )
        case .notTheBoardsKey:
            BilingualText(
                "khóa không phải là khóa mở hòm của ban kiểm phiếu này",
                "the key is not the private key of the board's public key in the manifest")
        }
    }
}
