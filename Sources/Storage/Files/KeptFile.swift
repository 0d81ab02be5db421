import Glibc

/// A file that storage keeps and lends out.
public struct KeptFile: Hashable, Sendable {
    private static let chunkByteCount = 1 << 18

    /// Where a program that serves or writes files finds it; only storage decides it.
    public let path: String

    init(_ path: String) { self.path = path }

    public var isThere: Bool { FileTree.exists(path) }

    public var byteCount: Int {
        get throws { try Int(OpenFile(path, O_RDONLY).status().st_size) }
    }

    /// Reads the file in chunks, on this thread.
    /// - Throws: `StorageError`, or whatever `receive` throws.
    public func read(_ receive: ([UInt8]) throws -> Void) throws {
        let file = try OpenFile(path, O_RDONLY)
        while true {
            let chunk = try file.chunk(of: Self.chunkByteCount)
            guard !chunk.isEmpty else { return }
            try receive(chunk)
        }
    }
}
