public import Recognition
import StrictEncoding

/// The round that newcomers try things out with: a committee and names that do not exist.
public enum TrialSample {
    /// As it stands on every paper, so that nobody takes one for real.
    public static let authority = "Đảng ủy xã Mẫu"

    public static let issuer = "phieukin.dung-thu"

    static let units = "samples/trial-units.csv"
    static let voters = "samples/trial-voters.csv"

    /// Who signs.
    /// - Throws: never, as the texts are plain.
    public static func signer() throws -> Signer { try Signer(name: "Nguyễn Văn Mẫu", position: "Bí thư") }

    /// What marks a round as this one among others, for whoever reads its manifest too.
    private static let mark: JSONValue = ["trial": true]

    static func isTrial(_ draft: RoundDraft) -> Bool {
        guard case .object(let members)? = draft.details else { return false }
        return members.contains { $0.name == "trial" && $0.value == .bool(true) }
    }

    /// - Throws: `MalformedInput` for a year that is none.
    static func draft(year: Int) throws -> RoundDraft {
        try RoundDraft(
            reading: JSONReader(
                [
                    "kind": "recognition", "title": .string("Dùng thử: xét, công nhận “chi bộ bốn tốt” năm \(year)"),
                    "year": .integer(year),
                    "authority": [
                        "name": .string(authority), "parent": "Đảng bộ tỉnh Mẫu", "kind": "grassroots-committee",
                        "place": "Xã Mẫu",
                    ],
                    "guidance": "lai-chau-05-hd-tu", "body": "ĐU", "details": mark,
                ], at: "trial"))
    }
}
