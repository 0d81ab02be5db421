import OfficialDocuments
import Synchronization
import Typesetting

/// What is seen of a signature: who, for whom, when (03-HD/VPTW of 2021).
struct SignatureMark: Hashable, Sendable {
    private static let textSize = 10.0
    private static let border = MarkBorder(red: 0.75, green: 0.1, blue: 0.1)

    let role: SignatureRole
    let name: String
    let organization: String

    /// In seconds since 1970 (UTC).
    let time: Int64

    /// A PDF as large as the room that the forms keep for it.
    /// - Throws: `TypesettingError`.
    func appearance(by typesetter: Typesetter) throws -> [UInt8] {
        let paragraphs = lines.map { Paragraph([Run($0, size: Self.textSize)]) }
        return try typesetter.mark(
            paragraphs, width: role.place.width, height: role.place.height, border: Self.border)
    }

    private var lines: [String] {
        let signer =
            switch role {
            case .signer: ["Người ký: \(name)", "Cơ quan: \(organization)"]
            case .bodySeal: ["Cơ quan ký: \(name)"]
            }
        return signer + ["Thời gian ký: \(LocalTime.stamp(time))"]
    }
}

/// Prints marks, and keeps the last: the papers of one order all bear the same.
final class SignatureMarks: Sendable {
    private let typesetter: Typesetter
    private let last = Mutex<(mark: SignatureMark, appearance: [UInt8])?>(nil)

    init(typesetter: Typesetter) { self.typesetter = typesetter }

    /// - Throws: `TypesettingError`.
    func appearance(of mark: SignatureMark) throws -> [UInt8] {
        if let last = last.withLock({ $0 }), last.mark == mark { return last.appearance }
        let appearance = try mark.appearance(by: typesetter)
        last.withLock { $0 = (mark, appearance) }
        return appearance
    }
}
