import Foundation
import Glibc

/// A file that only its owner may read (mode 0600): keys, tokens, access codes, a device's state.
enum SecretFile {
    /// Writes the file whole, durably, or leaves the old one.
    /// - Parameter replacing: whether an old file may go; keys and codes are never overwritten.
    /// - Throws: `Failure`.
    static func write(_ bytes: [UInt8], to path: String, replacing: Bool = false) throws {
        guard replacing || !exists(path) else {
            throw Failure("\(path) is there already", hint: "keep it safe, and give another name")
        }
        let unfinished = path + ".part"
        unlink(unfinished)
        let file = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Failure("\(path) cannot be written: \(reason)") }
        let isWritten = write(bytes, to: file) && fsync(file) == 0
        guard close(file) == 0, isWritten, rename(unfinished, path) == 0 else {
            let why = reason
            unlink(unfinished)
            throw Failure("\(path) cannot be written: \(why)")
        }
    }

    /// - Throws: `Failure`, for a file that others may read too.
    static func read(_ path: String, limit: Int = InputFile.usualLimit) throws -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Failure("\(path) cannot be read: \(reason)") }
        guard status.st_mode & 0o077 == 0 else {
            throw Failure("\(path) can be read by others", hint: "chmod 600 \(path)")
        }
        return try InputFile.read(path, limit: limit)
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Overwrites and removes the file, as well as a program can: a disk may keep copies that it does not show.
    static func erase(_ path: String) {
        if let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int,
            let handle = FileHandle(forWritingAtPath: path)
        {
            try? handle.write(contentsOf: Data(count: size))
            try? handle.synchronize()
            try? handle.close()
        }
        unlink(path)
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return false }
            rest = rest.dropFirst(max(0, count))
        }
        return true
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
