public import ArchiveKit

/// A record in its archive, one ZIP file with everything that an outsider needs.
public struct ArchivedRecord: RecordSource {
    private let archive: ZipReader

    /// - Throws: `ArchiveError` unless the file is a ZIP archive with well-formed names.
    public init(path: String) throws(ArchiveError) { archive = try ZipReader(path: path) }

    /// The names of all files in it.
    public var names: [String] { archive.entries.map(\.name) }

    /// - Throws: `ArchiveError`, for a file of more than `limit` bytes too.
    public func read(_ name: String, limit: Int) throws(ArchiveError) -> [UInt8] {
        try archive.read(name, limit: limit)
    }

    public func document(_ file: RecordFile, limit: Int) throws -> [UInt8]? {
        archive.contains(file.rawValue) ? try archive.read(file.rawValue, limit: limit) : nil
    }

    public func stream(_ file: RecordFile, _ receive: ([UInt8]) throws -> Void) throws -> Bool {
        guard archive.contains(file.rawValue) else { return false }
        try archive.stream(file.rawValue, chunkSize: 1 << 18, receive)
        return true
    }
}
