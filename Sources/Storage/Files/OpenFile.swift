import Glibc

/// A file descriptor with one owner. What it makes is readable by this account alone.
final class OpenFile {
    let path: String
    let descriptor: CInt

    /// - Parameter flags: of open(2); O_CLOEXEC is added, and the mode of a new file is 0600.
    init(_ path: String, _ flags: CInt) throws(StorageError) {
        self.path = path
        descriptor = open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system("open", path) }
    }

    deinit { close(descriptor) }

    func status() throws(StorageError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system("examine", path) }
        return status
    }

    /// Everything in the file.
    /// - Throws: `malformed` if that is more than `limit` bytes.
    func read(limit: Int) throws(StorageError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
                return Glibc.read(descriptor, rest.baseAddress, rest.count)
            }
            guard got >= 0 || errno == EINTR else { throw .system("read", path) }
            guard got != 0 else { break }
            count += max(got, 0)
        }
        guard count <= limit else { throw StorageError(.malformed, "\(path): longer than \(limit) bytes") }
        return Array(bytes.prefix(count))
    }

    /// The next bytes, at most `limit`; none at the end.
    func chunk(of limit: Int) throws(StorageError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit)
        var got = -1
        repeat {
            got = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        } while got < 0 && errno == EINTR
        guard got >= 0 else { throw .system("read", path) }
        return Array(bytes.prefix(got))
    }

    /// Lets the system forget what it holds of the file in memory, so that reading comes from the disk.
    func dropCached() { _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED) }

    func write(_ bytes: [UInt8]) throws(StorageError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written >= 0 || errno == EINTR else { throw .system("write", path) }
            rest = rest.dropFirst(max(written, 0))
        }
    }

    func sync() throws(StorageError) {
        guard fsync(descriptor) == 0 else { throw .system("sync", path) }
    }

    /// Writes zeros over all of it, to the disk.
    func overwrite() throws(StorageError) {
        var left = try Int(status().st_size)
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .system("seek in", path) }
        let zeros = [UInt8](repeating: 0, count: 1 << 16)
        while left > 0 {
            try write(Array(zeros.prefix(left)))
            left -= min(left, zeros.count)
        }
        try sync()
    }
}
