/// Writes tables as RFC 4180 has them, so that `CSVTable` reads them back as they were.
public enum CSVText {
    /// Tells spreadsheet programs that a file is UTF-8.
    public static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// A table as a file for spreadsheet programs.
    public static func file(_ rows: [[String]]) -> [UInt8] {
        mark + rows.flatMap { Array((line($0) + "\r\n").utf8) }
    }

    /// A table as it stands in a text field.
    public static func text(_ rows: [[String]]) -> String { rows.map { line($0) + "\n" }.joined() }

    private static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") }

    private static func field(_ text: String) -> String {
        let isPlain = !text.contains { ",;\"\t".contains($0) || $0.isNewline } && text.first != " " && text.last != " "
        return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
