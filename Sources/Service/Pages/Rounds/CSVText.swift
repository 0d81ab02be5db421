/// Writes tables as RFC 4180 has them, for text fields and for spreadsheet programs.
enum CSVText {
    /// Tells spreadsheet programs that the file is UTF-8.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    static func text(_ rows: [[String]]) -> String {
        rows.map { $0.map(field).joined(separator: ",") + "\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        let isPlain = !text.contains { ",;\"\t\r\n".contains($0) } && !text.hasPrefix(" ") && !text.hasSuffix(" ")
        return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
