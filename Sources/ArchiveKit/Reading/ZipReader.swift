/// Reads a ZIP archive that may come from anyone.
///
/// Making one checks every header; the contents are checked when they are read. Folders are allowed and left out of
/// the list. Each reading opens the file anew, so entries can be read in any order and by several threads.
public struct ZipReader: Sendable {
    private let source: ArchiveSource

    /// In the order in which they lie in the file; no name twice.
    public let entries: [ZipEntry]

    /// - Parameter maximumEntries: the most entries, folders included.
    /// - Throws: `ArchiveError` with the first fault of the file or of one entry's header.
    public init(path: String, maximumEntries: Int = 65_535) throws(ArchiveError) {
        source = .file(path: path)
        entries = try ZipListing.read(source, maximumEntries: maximumEntries)
    }

    /// An archive that is in memory.
    /// - Throws: as for a file.
    public init(bytes: [UInt8], maximumEntries: Int = 65_535) throws(ArchiveError) {
        source = .memory(FixedBytes(bytes))
        entries = try ZipListing.read(source, maximumEntries: maximumEntries)
    }

    /// Names that are canonically equivalent are the same name, as they are to most file systems' users.
    public func contains(_ name: String) -> Bool { entries.contains { $0.name == name } }

    /// One entry's contents, to be taken a piece at a time.
    /// - Parameter limit: the most bytes that will be produced.
    /// - Throws: `ArchiveError` with `noSuchEntry`, or with `tooLarge` for one that claims more.
    public func open(_ name: String, limit: Int) throws(ArchiveError) -> ZipEntryStream {
        guard let entry = entries.first(where: { $0.name == name }) else {
            throw ArchiveError(.noSuchEntry, entry: name)
        }
        guard entry.size ?? 0 <= limit else { throw ArchiveError(.tooLarge, entry: name, "at most \(limit) bytes") }
        let cursor = try ArchiveCursor(source)
        while let header = try cursor.next() {
            if header.name == name { return ZipEntryStream(cursor, name: name, limit: limit) }
        }
        throw ArchiveError(.damaged, entry: name, "the file has changed since it was opened")
    }

    /// One entry's whole contents, their CRC verified.
    /// - Throws: `ArchiveError`; with `tooLarge` beyond `limit` bytes.
    public func read(_ name: String, limit: Int) throws(ArchiveError) -> [UInt8] {
        try open(name, limit: limit).rest()
    }

    /// The whole contents of many entries in one pass: finding each by itself takes a pass over all before it.
    /// - Parameter limit: the most bytes of each.
    /// - Returns: of each name its contents, or why they cannot be had.
    public func read(_ names: Set<String>, limit: Int) -> [String: Result<[UInt8], ArchiveError>] {
        var contents: [String: Result<[UInt8], ArchiveError>] = [:]
        var fault: ArchiveError?
        do {
            let cursor = try ArchiveCursor(source)
            while let header = try cursor.next() {
                guard names.contains(header.name) else { continue }
                let stream = ZipEntryStream(cursor, name: header.name, limit: limit)
                contents[header.name] = Result { () throws(ArchiveError) in try stream.rest() }
            }
        } catch {
            fault = error
        }
        for name in names where contents[name] == nil {
            contents[name] = .failure(fault ?? ArchiveError(.noSuchEntry, entry: name))
        }
        return contents
    }

    /// Hands one entry's contents to `body` in pieces of `chunkSize` bytes (the last may be shorter).
    ///
    /// What `body` has seen is known to be whole only when this returns.
    /// - Throws: `ArchiveError`, or what `body` throws.
    public func stream(
        _ name: String, limit: Int = .max, chunkSize: Int = 1 << 16, _ body: ([UInt8]) throws -> Void
    ) throws {
        let stream = try open(name, limit: limit)
        while true {
            let piece = try stream.next(max(chunkSize, 1))
            guard !piece.isEmpty else { return }
            try body(piece)
        }
    }
}

/// A file in an archive.
public struct ZipEntry: Hashable, Sendable {
    public let name: String

    /// Unpacked size in bytes as the archive claims it; nil where it does not say. A claim only: the limit that is
    /// given when reading is what protects.
    public let size: Int?
}
