import CArchive

/// Where the bytes of an archive are: a file, or memory that stays in its place while anything reads from it.
enum ArchiveSource: Sendable {
    case file(path: String)
    case memory(FixedBytes)

    /// - Throws: `ArchiveError` with `file`.
    func open() throws(ArchiveError) -> any RandomAccess {
        switch self {
        case .file(let path): try RegularFile(path: path)
        case .memory(let bytes): bytes
        }
    }

    /// Has libarchive read from it; its status.
    func open(_ archive: OpaquePointer) -> CInt {
        switch self {
        case .file(let path): unsafe archive_read_open_filename(archive, path, 1 << 16)
        case .memory(let bytes): unsafe archive_read_open_memory(archive, bytes.start, bytes.size)
        }
    }
}

/// Bytes that are read here and there.
protocol RandomAccess {
    var size: Int { get }

    /// `count` bytes at `offset`; fewer only at the end.
    /// - Throws: `ArchiveError` with `file`.
    func read(_ count: Int, at offset: Int) throws(ArchiveError) -> [UInt8]
}

extension RegularFile: RandomAccess {}

/// Bytes at an address that does not change, as C keeps it from one call to the next. Never written again. For this package's
/// walls alone.
@safe package final class FixedBytes: RandomAccess, @unchecked Sendable {
    private let bytes: UnsafeMutableRawBufferPointer

    package init(_ bytes: [UInt8]) {
        unsafe self.bytes = .allocate(byteCount: bytes.count, alignment: 1)
        unsafe self.bytes.copyBytes(from: bytes)
    }

    deinit { unsafe bytes.deallocate() }

    var size: Int { unsafe bytes.count }

    package var start: UnsafeRawPointer? { unsafe bytes.baseAddress.map { UnsafeRawPointer($0) } }

    func read(_ count: Int, at offset: Int) -> [UInt8] {
        guard offset >= 0, offset < size, count > 0 else { return [] }
        return unsafe Array(bytes[offset..<min(size, offset + count)])
    }
}
