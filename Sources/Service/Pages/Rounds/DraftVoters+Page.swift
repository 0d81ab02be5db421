import Recognition
import SecretBallot
import StrictEncoding

/// The members as pages show them.
extension DraftVoters {
    private static let header = ["mã", "họ và tên", "chức vụ", "năm sinh"]

    static var example: String {
        CSVText.text([
            header, ["uv-01", "Nguyễn Văn A", "Bí thư", "1974"],
            ["uv-02", "Trần Thị B", "Phó Bí thư Thường trực", "1979"],
            ["uv-03", "Lê Văn C", "Ủy viên", ""],
        ])
    }

    /// Without the keys: those stay by themselves.
    var table: String {
        CSVText.text(
            [Self.header]
                + entries.map { [$0.id, $0.name, $0.position ?? "", $0.birthYear.map { String($0) } ?? ""] })
    }

    var lines: JSONValue {
        .array(
            entries.enumerated().map { index, entry in
                [
                    "number": .integer(index + 1), "id": .string(entry.id), "name": .string(entry.name),
                    "position": entry.position.map(JSONValue.string) ?? .null,
                    "birthYear": entry.birthYear.map { .string(String($0)) } ?? .null,
                    "hasKey": .bool(entry.credentialKey != nil),
                ]
            })
    }
}
