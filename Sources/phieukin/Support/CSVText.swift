/// Writing tables (RFC 4180).
enum CSVText {
    /// The rows as a table that spreadsheets open as UTF-8.
    static func table(_ rows: [[String]]) -> [UInt8] {
        [0xEF, 0xBB, 0xBF] + rows.flatMap { Array((line($0) + "\r\n").utf8) }
    }

    static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") }

    private static func field(_ text: String) -> String {
        let isPlain = !text.contains { ",;\"\t".contains($0) || $0.isNewline } && text.first != " " && text.last != " "
        guard !isPlain else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
