import Glibc

/// A file that is there to be read: no pipe or device, which could block or never end.
final class RegularFile {
    let size: Int
    private let descriptor: CInt

    /// - Throws: `ArchiveError` with `file`.
    init(path: String) throws(ArchiveError) {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        size = try Self.size(of: descriptor)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    private static func size(of descriptor: CInt) throws(ArchiveError) -> Int {
        guard descriptor >= 0 else { throw systemError("open") }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw systemError("stat") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw ArchiveError(.file, "not a regular file") }
        return Int(status.st_size)
    }

    /// `count` bytes at `offset`; fewer only at the end of the file.
    func read(_ count: Int, at offset: Int) throws(ArchiveError) -> [UInt8] {
        try readBytes(count, at: offset, of: descriptor)
    }
}

/// `count` bytes at `offset`; fewer only at the end of the file.
func readBytes(_ count: Int, at offset: Int, of descriptor: CInt) throws(ArchiveError) -> [UInt8] {
    guard offset >= 0 else { return [] }
    var got = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        got = unsafe pread(descriptor, buffer.baseAddress, count, off_t(offset))
        filled = max(got, 0)
    }
    guard got >= 0 else { throw systemError("read") }
    return bytes
}
