import Glibc

/// Says of files that cannot be written to which, whose they are, and who is asking.
enum Writability {
    /// Runs `body`; what fails because the database cannot be written to is explained.
    static func explaining<Value>(_ layout: FolderLayout, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as StorageError where error.code == .notWritable {
            throw StorageError(.notWritable, explanation(layout))
        }
    }

    static func explaining<Value>(_ layout: FolderLayout, _ body: () async throws -> Value) async throws -> Value {
        do { return try await body() } catch let error as StorageError where error.code == .notWritable {
            throw StorageError(.notWritable, explanation(layout))
        }
    }

    private static func explanation(_ layout: FolderLayout) -> String {
        let files = [layout.root, layout.lock] + ["", "-wal", "-shm"].map { layout.database + $0 }
        let stated = files.compactMap(statement).joined(separator: "; ")
        return "the register cannot be written to by \(name(of: geteuid())): \(stated): give them to the service's "
            + "account (chown), or make the file system writable / không ghi được vào sổ: giao các tệp này cho tài "
            + "khoản chạy dịch vụ (chown), hoặc gắn lại ổ đĩa ở chế độ ghi"
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
