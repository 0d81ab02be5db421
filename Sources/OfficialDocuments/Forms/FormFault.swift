public import Recognition

/// Why a form cannot be filled with what it was given.
public enum FormFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// A decision on no unit, a ballot without criteria, slips for nobody.
    case nothingToPrint(String)

    /// More than one document is meant to hold.
    case tooMany(String, limit: Int)

    /// Statements of one decision that differ in what they must share: its number, date, authority, form, year, signer.
    case mixed(String)

    /// The annulment is of another decision than the one given.
    case otherDecision

    public var description: String { text.english }

    /// For whoever asked for the paper.
    public var text: BilingualText {
        switch self {
        case .nothingToPrint(let what):
            BilingualText("không có gì để in: danh sách đang trống", "there is nothing to print: \(what) is empty")
        case .tooMany(let what, let limit):
            BilingualText(
                "một văn bản có nhiều nhất \(limit) tổ chức", "\(what): \(limit) at most in one document")
        case .mixed(let what):
            BilingualText(
                "các quyết định trong một văn bản phải cùng số, ngày, cơ quan, mẫu, năm và người ký",
                "the statements of one decision differ in their \(what)")
        case .otherDecision:
            BilingualText(
                "quyết định hủy bỏ không phải là của quyết định này", "the annulment is not of this decision")
        }
    }
}
