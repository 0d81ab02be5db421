/// Writes one ZIP archive; the same entries and time make the same bytes.
///
/// The target appears, whole and durable, when `finish()` returns. A writer that is let go of before that, or that
/// has thrown once, leaves nothing behind and the old target as it was.
public final class ZipWriter {
    private let time: ZipTime
    private var names: Set<String> = []
    private var localHeaders: [Int] = []
    private var open: (file: UnfinishedFile, sink: ArchiveSink)?

    /// - Parameter modified: the time of every entry, in seconds since 1970 (even ones: ZIP counts in twos).
    /// - Throws: `ArchiveError` with `unusableTime` or `file`.
    public init(path: String, modified: Int64) throws(ArchiveError) {
        time = try ZipTime(unixSeconds: modified)
        let file = try UnfinishedFile(target: path)
        open = (file, try ArchiveSink(file: file))
    }

    /// - Throws: `ArchiveError` for a name that breaks a rule or stands there already, or with `file`.
    public func add(_ name: String, bytes: [UInt8], compression: ZipCompression = .deflated) throws {
        var rest: [UInt8]? = bytes
        try add(name, size: bytes.count, compression: compression) {
            defer { rest = nil }
            return rest
        }
    }

    /// Takes the contents from `next` until it answers nil; one piece at a time is in memory.
    /// - Parameter size: the whole size in bytes where it is known; another is then an error.
    /// - Throws: as the one above, `wrongSize`, or what `next` throws.
    public func add(
        _ name: String, size: Int? = nil, compression: ZipCompression = .deflated,
        chunks next: () throws -> [UInt8]?
    ) throws {
        guard let (file, sink) = open else { throw ArchiveError(.closed, entry: name) }
        try EntryName.check(name)
        guard names.insert(name).inserted else { throw ArchiveError(.repeatedName, entry: name) }
        // Half an entry must never be finished, so until this one is whole there is nothing to finish.
        open = nil
        localHeaders.append(sink.position)
        try sink.begin(name, size: size, compression: compression, modified: time)
        let written = try copy(next, to: sink, of: name)
        guard written == size ?? written else { throw ArchiveError(.wrongSize, entry: name, "less than announced") }
        try sink.endEntry(name)
        open = (file, sink)
    }

    /// Takes the contents from a file, which must not change meanwhile.
    /// - Throws: as the first; `file` if it cannot be read, `wrongSize` if it changes.
    public func add(_ name: String, contentsOf path: String, compression: ZipCompression = .deflated) throws {
        let source = try RegularFile(path: path)
        var offset = 0
        try add(name, size: source.size, compression: compression) {
            let piece = try source.read(1 << 16, at: offset)
            offset += piece.count
            return piece.isEmpty ? nil : piece
        }
    }

    /// Writes the directory and puts the archive in its place.
    /// - Throws: `ArchiveError` with `file` (nothing is left behind), or `closed` the second time.
    public func finish() throws(ArchiveError) {
        guard let (file, sink) = open else { throw ArchiveError(.closed) }
        open = nil
        let directory = sink.position
        try sink.close()
        try ZipStamp(file: file, time: time).apply(localHeaders: localHeaders, directory: directory)
        try file.publish()
    }

    private func copy(_ next: () throws -> [UInt8]?, to sink: ArchiveSink, of name: String) throws -> Int {
        var written = 0
        while let piece = try next() {
            try sink.write(piece, of: name)
            written += piece.count
        }
        return written
    }
}

/// How an entry is packed: the two methods that every ZIP tool knows.
public enum ZipCompression: Sendable {
    case stored
    case deflated
}
