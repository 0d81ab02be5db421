/// The contents of one entry, a piece at a time.
public final class ZipEntryStream {
    private let cursor: ArchiveCursor
    private let name: String
    private let limit: Int
    private var produced = 0

    init(_ cursor: ArchiveCursor, name: String, limit: Int) {
        self.cursor = cursor
        self.name = name
        self.limit = limit
    }

    /// All that is left, known to be whole.
    /// - Throws: as `next(_:)`.
    func rest() throws(ArchiveError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let piece = try next(1 << 16)
            guard !piece.isEmpty else { return bytes }
            bytes += piece
        }
    }

    /// The next bytes, exactly `count` of them except before the end; empty at the end.
    ///
    /// That the contents are whole is known only once the end has been reached: until then nothing may be believed.
    /// - Throws: `ArchiveError` naming the entry: `tooLarge` beyond the limit, or how the contents are damaged.
    public func next(_ count: Int) throws(ArchiveError) -> [UInt8] {
        guard count > 0 else { return [] }
        let bytes = try cursor.read(count, of: name)
        guard bytes.count <= limit - produced else {
            throw ArchiveError(.tooLarge, entry: name, "at most \(limit) bytes")
        }
        produced += bytes.count
        return bytes
    }
}
