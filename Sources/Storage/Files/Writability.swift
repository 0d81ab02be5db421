import Glibc

/// Says of files that cannot be read or written which, whose they are, and who is asking.
enum Writability {
    /// Runs `body`; what fails because the database cannot be written to is explained.
    static func explaining<Value>(_ layout: FolderLayout, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as StorageError where isForbidden(layout, error) {
            throw StorageError(.notWritable, explanation(layout))
        }
    }

    static func explaining<Value>(_ layout: FolderLayout, _ body: () async throws -> Value) async throws -> Value {
        do { return try await body() } catch let error as StorageError where isForbidden(layout, error) {
            throw StorageError(.notWritable, explanation(layout))
        }
    }

    /// SQLite calls it a failing disk where a file of its own is protected.
    private static func isForbidden(_ layout: FolderLayout, _ error: StorageError) -> Bool {
        let isForbidden = { obstacle(among: files(layout).map { ($0, R_OK | W_OK) }) != nil }
        return error.code == .notWritable || error.code == .inputOutput && isForbidden()
    }

    private static func files(_ layout: FolderLayout) -> [String] {
        [layout.root, layout.lock] + ["", "-wal", "-shm"].map { layout.database + $0 }
    }

    private static func explanation(_ layout: FolderLayout) -> String {
        let stated = files(layout).compactMap(statement).joined(separator: "; ")
        return "the register cannot be written to by \(name(of: geteuid())): \(stated): \(mending)"
    }

    private static let mending = """
        give it to the service's account (chown), take a protection away (lsattr, chattr -i), or make the file system \
        writable / không đọc hay ghi được: giao tệp cho tài khoản chạy dịch vụ (chown), bỏ chế độ bảo vệ tệp (lsattr, \
        chattr -i), hoặc gắn lại ổ đĩa ở chế độ ghi
        """

    /// To be said after what failed because of whose a file or its folder is.
    static func advice(on path: String) -> String {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) }
        let stated = [path, folder].compactMap { $0.flatMap(statement) }.joined(separator: "; ")
        return " (for \(name(of: geteuid())): \(stated)): \(mending)"
    }

    /// The first of these that is there and that this process may not use so; nil where it may use all.
    /// - Parameter paths: each with what access(2) is asked for.
    static func obstacle(among paths: [(String, CInt)]) -> String? {
        for (path, mode) in paths where access(path, mode) != 0 && errno != ENOENT {
            return "\(path): \(String(cString: strerror(errno)))\(advice(on: path))"
        }
        return nil
    }

    private static func statement(of path: String) -> String? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        let mode = String(status.st_mode & 0o777, radix: 8)
        return "\(path) belongs to \(name(of: status.st_uid)), mode \(mode)"
    }

    private static func name(of user: uid_t) -> String {
        guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return "user \(user)" }
        return "\(String(cString: name)) (\(user))"
    }
}
