import ArchiveKit
import Foundation
import StrictEncoding

/// A record as it lies on a disk: the ZIP file that was downloaded, the same files packed anew, or a folder of them.
public struct ArchivedRecord: RecordSource {
    private let container: any RecordContainer
    private let prefix: String

    /// The names of all files in it, as the record gave them.
    public let names: [String]

    /// - Throws: `RecordFileFault` for what is not the file that was downloaded; `ArchiveError` for an archive that
    ///   breaks a rule that none of our making does.
    public init(path: String) throws {
        container = try Self.container(path)
        guard let layout = RecordLayout(container.names) else { throw Self.fault(without: container.names) }
        (prefix, names) = (layout.prefix, layout.names)
        guard try !hasChangedLineEnds() else { throw RecordFileFault.lineEnds }
    }

    /// Whether something that takes files for text went over it: our manifests have no CR, and one whose maker wrote one
    /// is the manifest that the attendance names.
    private func hasChangedLineEnds() throws -> Bool {
        let manifest = try read(RecordFile.manifest.rawValue, limit: Manifest.maximumByteCount)
        guard manifest.contains(0x0D) else { return false }
        let attendance = try document(.attendance, limit: Manifest.maximumByteCount) ?? []
        let reader = try? JSONReader(parsing: attendance, as: "attendance", limit: Manifest.maximumByteCount)
        let named = try? reader?.looseObject().member("roundID").bytes()
        return named != RoundID(ofManifest: manifest).bytes
    }

    private static func container(_ path: String) throws -> any RecordContainer {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw RecordFileFault.missing
        }
        guard !isFolder.boolValue else { return try RecordFolder(path: path) }
        do {
            return try ZipReader(path: path)
        } catch {
            guard [.file, .notZip, .truncated].contains(error.reason) else { throw error }
            throw try beginning(of: path)
        }
    }

    private static func beginning(of path: String) throws -> RecordFileFault {
        guard let file = FileHandle(forReadingAtPath: path) else { return .unreadable }
        defer { try? file.close() }
        return RecordFileFault(beginning: [UInt8](try file.read(upToCount: 512) ?? Data()))
    }

    private static func fault(without names: [String]) -> RecordFileFault {
        let files = names.filter { !RecordLayout.isLeftBehind($0) }
        return files.count == 1 && files[0].lowercased().hasSuffix(".zip") ? .nested : .noRecord
    }

    /// - Throws: why it cannot be read, for a file of more than `limit` bytes too.
    public func read(_ name: String, limit: Int) throws -> [UInt8] { try container.read(prefix + name, limit: limit) }

    /// The same of many files, in one pass over the archive.
    /// - Returns: of each name the file's bytes, or why they cannot be had.
    public func read(_ names: [String], limit: Int) -> [String: Result<[UInt8], any Error>] {
        let places = container.read(Set(names.map { prefix + $0 }), limit: limit)
        // A folder may hold two spellings of what is one name here.
        return names.reduce(into: [:]) { $0[$1] = places[prefix + $1] }
    }

    public func document(_ file: RecordFile, limit: Int) throws -> [UInt8]? {
        contains(file) ? try read(file.rawValue, limit: limit) : nil
    }

    public func stream(_ file: RecordFile, _ receive: ([UInt8]) throws -> Void) throws -> Bool {
        guard contains(file) else { return false }
        try container.stream(prefix + file.rawValue, receive)
        return true
    }

    private func contains(_ file: RecordFile) -> Bool { names.contains(file.rawValue) }
}

/// What a record's files lie in.
protocol RecordContainer: Sendable {
    /// Paths of all files, with `/` between components.
    var names: [String] { get }

    /// - Throws: an error that says why not, for a file of more than `limit` bytes too.
    func read(_ name: String, limit: Int) throws -> [UInt8]

    /// - Returns: of each name what `read(_:limit:)` makes of it.
    func read(_ names: Set<String>, limit: Int) -> [String: Result<[UInt8], any Error>]

    /// Hands a file over in chunks, in order.
    func stream(_ name: String, _ receive: ([UInt8]) throws -> Void) throws
}

extension ZipReader: RecordContainer {
    var names: [String] { entries.map(\.name) }

    func read(_ names: Set<String>, limit: Int) -> [String: Result<[UInt8], any Error>] {
        let contents: [String: Result<[UInt8], ArchiveError>] = read(names, limit: limit)
        return contents.mapValues { $0.mapError { $0 } }
    }

    func stream(_ name: String, _ receive: ([UInt8]) throws -> Void) throws {
        try stream(name, chunkSize: 1 << 18, receive)
    }
}
