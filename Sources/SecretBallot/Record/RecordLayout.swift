/// Where a record lies in what holds it: at the top, or in a folder that an unpacking and packing again put around it,
/// among what operating systems leave behind.
struct RecordLayout {
    /// Before each name of the record; empty, or ends with `/`.
    let prefix: String

    /// The record's files, by the names that it gave them.
    let names: [String]

    /// - Returns: nil where no record's manifest is, or more than one.
    init?(_ all: [String]) {
        let files = all.filter { !Self.isLeftBehind($0) }
        let manifests = files.filter { $0.split(separator: "/").last.map(String.init) == RecordFile.manifest.rawValue }
        let depth = manifests.map(Self.depth).min()
        let top = manifests.filter { Self.depth($0) == depth }
        guard top.count == 1, let manifest = top.first else { return nil }
        let prefix = String(manifest.dropLast(RecordFile.manifest.rawValue.count))
        self.prefix = prefix
        names = files.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }

    private static func depth(_ name: String) -> Int { name.utf8.count { $0 == UInt8(ascii: "/") } }

    /// What macOS and Windows put beside the files of people.
    static func isLeftBehind(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        guard let last = parts.last, parts.first != "__MACOSX" else { return true }
        return last.hasPrefix("._") || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(last)
    }
}
