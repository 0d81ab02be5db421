/// The names that the central directory gives, in the order of the files' contents.
///
/// libarchive takes names from the headers before the contents, other tools from here: an archive that says one thing
/// in each place would be audited as one record and read as another.
enum CentralDirectory {
    /// - Throws: `ArchiveError`: `truncated`, `damaged`, `tooManyEntries` or `nameNotUTF8`.
    static func names(in file: any RandomAccess, maximumEntries: Int) throws(ArchiveError) -> [String] {
        let end = try EndRecord(of: file)
        guard end.entryCount <= maximumEntries else {
            throw ArchiveError(.tooManyEntries, "\(end.entryCount), at most \(maximumEntries)")
        }
        var names: [String] = []
        var offset = end.directoryOffset
        var lastContents = -1
        while offset < end.directoryEnd, names.count < end.entryCount {
            let header = try DirectoryHeader(at: offset, in: file)
            guard header.contents > lastContents, lastContents >= 0 || header.contents == 0 else {
                throw ArchiveError(.damaged, entry: header.name, "the directory is not in the order of the contents")
            }
            names.append(header.name)
            lastContents = header.contents
            offset += header.length
        }
        guard offset == end.directoryEnd, names.count == end.entryCount else {
            throw ArchiveError(.damaged, "the directory does not hold as many entries as it says")
        }
        return names
    }
}
