public import Recognition
public import SignedPDF
public import StrictEncoding

/// Why a file is not a decision, whatever its signatures are worth.
public enum DocumentFault: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(PDFError)

    /// There is no statement inside.
    case noStatement
    case malformedStatement(MalformedInput)

    /// Its statements are not of one number, date, authority, form, year and signer, or two are on one unit.
    case mixedStatements

    /// A name that does not change between versions.
    public var code: String {
        switch self {
        case .unreadable(let error): "pdf-\(error.code)"
        case .noStatement: "no-statement"
        case .malformedStatement: "statement-malformed"
        case .mixedStatements: "mixed-statements"
        }
    }

    public var text: BilingualText {
        switch self {
        case .unreadable(let error): error.text
        case .noStatement:
            BilingualText(
                "Tệp PDF này không chứa nội dung quyết định do phieukin lập.",
                "This PDF holds no decision that phieukin made.")
        case .malformedStatement(let fault):
            BilingualText(
                "Nội dung kèm theo không phải là một quyết định đúng định dạng (chi tiết kỹ thuật: \(fault)).",
                "What is inside is not a well-formed decision (\(fault)).")
        case .mixedStatements:
            BilingualText(
                "Các nội dung kèm theo không thuộc cùng một quyết định.",
                "What is inside does not belong to one decision.")
        }
    }

    public var description: String { text.english }
}

extension PDFError {
    /// The error in words for whoever holds the file.
    public var text: BilingualText {
        switch self {
        case .tooLarge(let limit):
            BilingualText("Tệp lớn hơn \(limit >> 20) MiB.", "The file is larger than \(limit >> 20) MiB.")
        case .tooMuchInside(let limit):
            BilingualText(
                "Nội dung bên trong tệp PDF, khi đọc ra, vượt quá \(limit >> 20) MiB.",
                "What is inside the PDF comes to more than \(limit >> 20) MiB.")
        case .encrypted:
            BilingualText(
                "Tệp PDF bị mã hóa; quyết định là văn bản ai cũng đọc được.",
                "The PDF is encrypted; a decision is a file that anyone can read.")
        case .unsupported(let structure):
            BilingualText(
                "Tệp PDF có cấu trúc không được hỗ trợ (chi tiết kỹ thuật: \(structure)).",
                "The PDF has a structure that is not supported (\(structure)).")
        default:
            BilingualText(
                "Tệp không phải là PDF, hoặc bị hỏng, bị cắt (chi tiết kỹ thuật: \(self)).",
                "The file is no PDF, or is damaged or cut short (\(self)).")
        }
    }
}
