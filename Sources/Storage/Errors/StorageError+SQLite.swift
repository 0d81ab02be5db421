import GRDB

extension StorageError {
    /// What SQLite reported; SQL and its arguments stay out of it.
    init(_ error: DatabaseError) {
        let message = error.message ?? "no message"
        switch (error.resultCode, error.extendedResultCode) {
        case (.SQLITE_FULL, _), (_, .SQLITE_IOERR_SHMSIZE):
            self.init(.full, "no room for the database: free some disk space, then repeat")
        case (.SQLITE_READONLY, _), (.SQLITE_CANTOPEN, _), (.SQLITE_PERM, _):
            self.init(.notWritable, "the database cannot be written to (\(message))")
        case (.SQLITE_NOTADB, _), (.SQLITE_CORRUPT, _):
            self.init(.corrupt, "the database is damaged (\(message)): restore it from a backup")
        case (.SQLITE_BUSY, _), (.SQLITE_LOCKED, _):
            self.init(.locked, "the database is in use by another process: stop that one first")
        case (.SQLITE_CONSTRAINT, .SQLITE_CONSTRAINT_FOREIGNKEY):
            self.init(.missing, "it refers to something that does not exist")
        case (.SQLITE_CONSTRAINT, .SQLITE_CONSTRAINT_UNIQUE), (.SQLITE_CONSTRAINT, .SQLITE_CONSTRAINT_PRIMARYKEY):
            self.init(.exists, message)
        case (.SQLITE_CONSTRAINT, _):
            self.init(.malformed, message)
        default:
            self.init(.inputOutput, "the database failed (\(error.extendedResultCode)): \(message)")
        }
    }

    /// Runs `body`, and makes what SQLite throws an error of ours; other errors pass.
    /// - Parameter path: of the file, where it is opened: whoever reads the message has nothing else to find it by.
    static func translating<Value>(_ path: String? = nil, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as DatabaseError {
            let error = StorageError(error)
            throw path.map { StorageError(error.code, "\($0): \(error.detail)") } ?? error
        }
    }

    /// Runs `body`, and makes what SQLite throws an error of ours; other errors pass.
    static func translating<Value>(_ body: () async throws -> Value) async throws -> Value {
        do { return try await body() } catch let error as DatabaseError { throw StorageError(error) }
    }
}
