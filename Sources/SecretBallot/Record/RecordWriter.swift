public import ArchiveKit

/// Writes a round's record as one ZIP archive, the same bytes for the same round.
public struct RecordWriter {
    private let archive: ZipWriter

    /// - Parameters:
    ///   - path: where the archive appears, whole, when it is finished.
    ///   - time: the entries' time, seconds since 1970; the round's, not the writer's.
    public init(path: String, time: Int64) throws(ArchiveError) {
        archive = try ZipWriter(path: path, modified: time)
    }

    public func add(_ file: RecordFile, _ bytes: [UInt8]) throws { try archive.add(file.rawValue, bytes: bytes) }

    /// The sealed boxes, from their file: nothing in them can be compressed.
    public func addBoxes(from path: String) throws {
        try archive.add(RecordFile.boxes.rawValue, contentsOf: path, compression: .stored)
    }

    /// Any other file: minutes, decisions.
    public func add(_ name: String, _ bytes: [UInt8]) throws { try archive.add(name, bytes: bytes) }

    public func finish() throws(ArchiveError) { try archive.finish() }
}
