/// Remembers on which line each value first stood, so that a repetition can name it.
struct FirstLines<Value: Hashable> {
    private var lines: [Value: Int] = [:]

    /// - Returns: where `value` stood before; nil the first time.
    mutating func earlier(_ value: Value, line: Int) -> BilingualText? {
        guard let first = lines[value] else {
            lines[value] = line
            return nil
        }
        return .asOnLine(first)
    }
}

extension BilingualText {
    static func asOnLine(_ line: Int) -> BilingualText { BilingualText("như dòng \(line)", "as on line \(line)") }
}
