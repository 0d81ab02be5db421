import ArchiveKit
import Foundation

/// A record that somebody unpacked: the same files in a folder.
struct RecordFolder: RecordContainer {
    private static let maximumFiles = 65_535

    let names: [String]
    private let folder: URL

    /// - Throws: `ArchiveError` with `tooManyEntries`.
    init(path: String) throws(ArchiveError) {
        folder = URL(filePath: path, directoryHint: .isDirectory)
        let files = FileManager.default.enumerator(atPath: path)
        var names: [String] = []
        while let name = files?.nextObject() as? String {
            // Links are not followed: what they lead to is not in the folder.
            guard files?.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            guard names.count < Self.maximumFiles else { throw ArchiveError(.tooManyEntries) }
            names.append(name)
        }
        self.names = names.sorted()
    }

    func read(_ name: String, limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try stream(name) { chunk in
            guard bytes.count + chunk.count <= limit else {
                throw ArchiveError(.tooLarge, entry: name, "at most \(limit) bytes")
            }
            bytes += chunk
        }
        return bytes
    }

    func read(_ names: Set<String>, limit: Int) -> [String: Result<[UInt8], any Error>] {
        Dictionary(uniqueKeysWithValues: names.map { name in (name, Result { try read(name, limit: limit) }) })
    }

    func stream(_ name: String, _ receive: ([UInt8]) throws -> Void) throws {
        let file = try FileHandle(forReadingFrom: folder.appending(path: name))
        defer { try? file.close() }
        while let chunk = try file.read(upToCount: 1 << 18), !chunk.isEmpty { try receive([UInt8](chunk)) }
    }
}
