import Dispatch
import Glibc

/// What is done to files by name, durably: a folder is synced before any of these return.
enum FileTree {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Makes a folder that only this account can enter; one that is there already stays as it is.
    static func makeFolder(_ path: String) throws(StorageError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .system("make the folder", path) }
        try syncFolder(of: path)
    }

    /// Puts `bytes` at `path`, all or nothing, whatever was there.
    static func replace(_ path: String, with bytes: [UInt8]) throws {
        try replace(path) { try $0.write(bytes) }
    }

    /// Lets `fill` write a new file beside `path`, then puts it in its place.
    static func replace(_ path: String, fill: (OpenFile) throws -> Void) throws {
        let draft = path + ".new"
        try write(draft, fill: fill)
        try move(draft, to: path)
    }

    /// Lets `fill` write a file, which is synced; none is left where that fails.
    static func write(_ path: String, fill: (OpenFile) throws -> Void) throws {
        let file = try OpenFile(path, O_WRONLY | O_CREAT | O_TRUNC)
        do {
            try fill(file)
            try file.sync()
        } catch {
            Glibc.unlink(path)
            throw error
        }
    }

    /// Replaces what is at `target`.
    static func move(_ source: String, to target: String) throws(StorageError) {
        guard rename(source, target) == 0 else { throw .system("move to \(target)", source) }
        try syncFolder(of: target)
    }

    /// Writes zeros over a file, then unlinks it; nothing if it is not there.
    ///
    /// On a copying file system or a flash disk the old blocks may survive, hence the keys kept apart.
    static func destroy(_ path: String) throws(StorageError) {
        guard exists(path) else { return }
        try OpenFile(path, O_WRONLY).overwrite()
        try unlink(path)
    }

    /// Nothing if it is not there.
    static func unlink(_ path: String) throws(StorageError) {
        guard Glibc.unlink(path) == 0 || errno == ENOENT else { throw .system("remove", path) }
        try syncFolder(of: path)
    }

    static func syncFolder(of path: String) throws(StorageError) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        try OpenFile(folder, O_RDONLY | O_DIRECTORY).sync()
    }
}

/// Where work that waits for the disk is done, so that no thread of Swift's pool waits for it.
enum Blocking {
    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
        }
    }
}
