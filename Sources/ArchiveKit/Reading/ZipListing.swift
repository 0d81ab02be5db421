/// The first pass over an archive: which files it holds, and whether any header breaks a rule.
enum ZipListing {
    /// The first bytes of a local file header (APPNOTE 4.3.7).
    private static let firstHeader: [UInt8] = [0x50, 0x4B, 3, 4]

    /// All of an archive with no entries (APPNOTE 4.3.16), which libarchive does not know for one.
    private static let empty: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)

    static func read(_ source: ArchiveSource, maximumEntries: Int) throws(ArchiveError) -> [ZipEntry] {
        let file = try source.open()
        let start = try file.read(empty.count + 1, at: 0)
        guard start != empty else { return [] }
        guard start.starts(with: firstHeader) else { throw ArchiveError(.notZip) }
        let names = try CentralDirectory.names(in: file, maximumEntries: maximumEntries)
        return try list(ArchiveCursor(source), named: names)
    }

    private static func list(_ cursor: ArchiveCursor, named names: [String]) throws(ArchiveError) -> [ZipEntry] {
        var entries: [ZipEntry] = []
        var seen: Set<String> = []
        for directoryName in names {
            guard let header = try cursor.next() else { throw ArchiveError(.damaged, entry: directoryName) }
            let name = try checkedName(directoryName, header)
            guard seen.insert(name).inserted else { throw ArchiveError(.repeatedName, entry: name) }
            if header.kind == .file { entries.append(ZipEntry(name: name, size: header.size)) }
        }
        guard try cursor.next() == nil else { throw ArchiveError(.damaged, "more entries than the directory has") }
        return entries
    }

    private static func checkedName(
        _ name: String, _ header: ArchiveCursor.Header
    ) throws(ArchiveError) -> String {
        guard header.kind != .other else { throw ArchiveError(.notAFile, entry: name) }
        let isFolder = header.kind == .folder && name.utf8.last == UInt8(ascii: "/")
        let plain = isFolder ? String(name.dropLast()) : name
        try EntryName.check(plain)
        guard name == header.name else {
            throw ArchiveError(.damaged, entry: name, "its own header says \(header.name.debugDescription)")
        }
        return plain
    }
}
