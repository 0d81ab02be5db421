import GRDB

/// How every SQLite file of ours is opened.
enum SQLiteSettings {
    /// Deleted content is zeroed, and nothing is put in temporary files.
    static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    /// Of a file that other programs may write to as well: an operator's shell, a tool that copies it as it grows.
    static func shared(patience: Duration) -> Configuration {
        let patience = LockPatience(patience)
        var configuration = configuration()
        configuration.busyMode = .callback { patience.waits(attempt: $0) }
        return configuration
    }

    /// A connection to look at a file with, which changes nothing in it.
    static func readOnly() -> Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        return configuration
    }

    /// Every commit reaches the disk before it is answered.
    ///
    /// GRDB lowers this to NORMAL as it turns the write-ahead log on, where a power cut may undo what was answered.
    static func makeDurable(_ db: Database) throws {
        try db.execute(sql: "PRAGMA synchronous = FULL")
    }

    /// - Throws: `StorageError.corrupt`, with the first fault that SQLite finds.
    static func requireIntact(_ db: Database, _ path: String) throws {
        let verdict = try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
        guard verdict == "ok" else {
            throw StorageError(.corrupt, "\(path): damaged (\(verdict ?? "no answer")): restore it from a backup")
        }
    }
}
