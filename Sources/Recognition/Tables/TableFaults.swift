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
