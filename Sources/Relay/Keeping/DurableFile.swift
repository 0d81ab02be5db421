import Glibc

/// Why a file could not be read or written.
struct FileFault: Error, CustomStringConvertible {
    let description: String

    static func system(_ what: String, _ path: String) -> FileFault {
        FileFault(description: "cannot \(what) \(path): \(String(cString: strerror(errno)))")
    }
}

/// Files that are there whole or not at all, and on the disk before anybody goes on. Readable by this account alone.
enum DurableFile {
    /// Puts `bytes` in the place of whatever is there.
    static func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
        let new = path + ".new"
        try append(bytes, to: new, flags: O_WRONLY | O_CREAT | O_TRUNC)
        guard rename(new, path) == 0 else { throw .system("rename", new) }
        try syncFolder(of: path)
    }

    /// Adds to the end of a file, which may be new.
    static func append(_ bytes: [UInt8], to path: String) throws(FileFault) {
        try append(bytes, to: path, flags: O_WRONLY | O_CREAT | O_APPEND)
        try syncFolder(of: path)
    }

    static func remove(_ path: String) throws(FileFault) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .system("remove", path) }
        try syncFolder(of: path)
    }

    static func syncFolder(of path: String) throws(FileFault) {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("open", folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system("sync", folder) }
    }

    private static func append(_ bytes: [UInt8], to path: String, flags: CInt) throws(FileFault) {
        let descriptor = open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system("open", path) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written >= 0 || errno == EINTR else { throw .system("write", path) }
            rest = rest.dropFirst(max(written, 0))
        }
        guard fsync(descriptor) == 0 else { throw .system("sync", path) }
    }
}
