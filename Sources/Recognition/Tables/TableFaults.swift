/// All that is wrong with a table, as far as `maximum`; nothing of such a table is used.
public struct TableFaults: Error, Hashable, Sendable, CustomStringConvertible {
    public static let maximum = 100

    /// In the order of their lines.
    public private(set) var list: [TableFault] = []

    /// Whether there were more than are listed.
    public private(set) var isCut = false

    init(_ list: [TableFault] = []) { self.list = list }

    mutating func add(_ fault: TableFault) {
        if list.count < Self.maximum { list.append(fault) } else { isCut = true }
    }

    /// - Throws: these faults, sorted by line, if there are any.
    func throwIfAny() throws(TableFaults) {
        guard !list.isEmpty else { return }
        var sorted = self
        sorted.list.sort { $0.line < $1.line }
        throw sorted
    }

    public var description: String {
        list.map(\.description).joined(separator: "\n") + (isCut ? "\n…" : "")
    }
}

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
