import ArchiveKit

/// What a record's files lie in.
protocol RecordContainer: Sendable {
    /// Paths of all files, with `/` between components.
    var names: [String] { get }

    /// - Throws: an error that says why not, for a file of more than `limit` bytes too.
    func read(_ name: String, limit: Int) throws -> [UInt8]

    /// Hands a file over in chunks, in order.
    func stream(_ name: String, _ receive: ([UInt8]) throws -> Void) throws
}

extension ZipReader: RecordContainer {
    var names: [String] { entries.map(\.name) }

    func stream(_ name: String, _ receive: ([UInt8]) throws -> Void) throws {
        try stream(name, chunkSize: 1 << 18, receive)
    }
}
