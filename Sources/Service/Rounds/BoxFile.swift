import Foundation
import SecretBallot

/// The sealed boxes on the disk.
struct BoxFile: Sendable {
    private static let chunkByteCount = 1 << 18

    let path: String

    init(_ path: String) { self.path = path }

    /// - Throws: an error of the file system.
    func remove() throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        try FileManager.default.removeItem(atPath: path)
    }

    var byteCount: Int {
        get throws {
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size]
            return (size as? NSNumber)?.intValue ?? 0
        }
    }

    /// Reads the file in chunks, on this thread.
    /// - Throws: an error of the file system, or whatever `receive` throws.
    func read(_ receive: ([UInt8]) throws -> Void) throws {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        while let chunk = try file.read(upToCount: Self.chunkByteCount), !chunk.isEmpty {
            try receive([UInt8](chunk))
        }
    }
}
