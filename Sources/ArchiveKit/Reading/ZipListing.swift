/// The first pass over an archive: which files it holds, and whether any header breaks a rule.
enum ZipListing {
    /// The first bytes of a local file header (APPNOTE 4.3.7).
    private static let firstHeader: [UInt8] = [0x50, 0x4B, 3, 4]

    /// All of an archive with no entries (APPNOTE 4.3.16), which libarchive does not know for one.
    private static let empty: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)

    static func read(_ path: String, maximumEntries: Int) throws(ArchiveError) -> [ZipEntry] {
        let start = try RegularFile(path: path).next(empty.count + 1)
        guard start != empty else { return [] }
        guard start.starts(with: firstHeader) else { throw ArchiveError(.notZip) }
        let cursor = try ArchiveCursor(path: path)
        var entries: [ZipEntry] = []
        var names: Set<String> = []
        while let header = try cursor.next() {
            guard names.count < maximumEntries else {
                throw ArchiveError(.tooManyEntries, entry: header.name, "at most \(maximumEntries)")
            }
            let name = try checkedName(of: header)
            guard names.insert(name).inserted else { throw ArchiveError(.repeatedName, entry: name) }
            if header.kind == .file { entries.append(ZipEntry(name: name, size: header.size)) }
        }
        return entries
    }

    private static func checkedName(of header: ArchiveCursor.Header) throws(ArchiveError) -> String {
        guard header.kind != .other else { throw ArchiveError(.notAFile, entry: header.name) }
        let isFolder = header.kind == .folder && header.name.utf8.last == UInt8(ascii: "/")
        let name = isFolder ? String(header.name.dropLast()) : header.name
        try EntryName.check(name)
        return name
    }
}
