import FoundationEssentials
import GRDB
import Glibc

/// SQLite in one file: write-ahead log, synced at every commit, foreign keys enforced.
final class SQLiteEngine: SQLEngine {
    let pool: DatabasePool

    /// - Parameter patience: how long a write waits for another program's.
    /// - Throws: `StorageError`: `locked`, `corrupt`, `inputOutput`.
    init(opening path: String, patience: Duration = .milliseconds(500)) throws {
        pool = try StorageError.translating(path) {
            let pool = try DatabasePool(path: path, configuration: SQLiteSettings.shared(patience: patience))
            try pool.writeWithoutTransaction(SQLiteSettings.makeDurable)
            return pool
        }
    }

    /// Makes a new database at `path`, which appears whole or not at all.
    /// - Throws: `StorageError`: `exists`.
    static func create(at path: String, _ fill: (any SQLSession) throws -> Void) throws {
        guard !FileTree.exists(path) else { throw StorageError(.exists, "\(path): there is a database already") }
        let draft = path + ".new"
        for leftover in [draft, draft + "-journal"] { try FileTree.unlink(leftover) }
        // SQLite gives its files the mode of the database's file, so that is made first.
        try FileTree.replace(draft, with: [])
        try StorageError.translating {
            let database = try DatabaseQueue(path: draft, configuration: SQLiteSettings.configuration())
            try database.write { db in try fill(SQLiteSession(db)) }
            try database.close()
        }
        try FileTree.move(draft, to: path)
    }

    /// Looks at a file without writing to it.
    /// - Throws: `StorageError.corrupt` for damage; whatever `body` throws.
    static func examine(_ path: String, _ body: (any SQLSession) throws -> Void) throws {
        try StorageError.translating(path) {
            let database = try DatabaseQueue(path: path, configuration: SQLiteSettings.readOnly())
            try database.read { db in
                try SQLiteSettings.requireIntact(db, path)
                try body(SQLiteSession(db))
            }
            try database.close()
        }
    }

    /// Copies one state of the database at `source`, which others may be writing to, to a new file.
    static func copy(_ source: String, to path: String) throws {
        try FileTree.replace(path, with: [])
        try StorageError.translating {
            let (from, copy) = (
                try DatabaseQueue(path: source, configuration: SQLiteSettings.readOnly()), try DatabaseQueue(path: path)
            )
            try from.backup(to: copy)
            // A file by itself, that no log has to be put beside.
            try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
            try from.close()
        }
        try OpenFile(path, O_RDONLY).sync()
    }

    func read<Value: Sendable>(_ body: @Sendable (any SQLSession) throws -> Value) async throws -> Value {
        try await StorageError.translating { try await pool.read { db in try body(SQLiteSession(db)) } }
    }

    func write<Value: Sendable>(_ body: @Sendable (any SQLSession) throws -> Value) async throws -> Value {
        try await StorageError.translating { try await pool.write { db in try body(SQLiteSession(db)) } }
    }

    func prepare(_ body: (any SQLSession) throws -> Void) throws {
        try StorageError.translating { try pool.write { db in try body(SQLiteSession(db)) } }
    }

    func close() throws { try StorageError.translating { try pool.close() } }
}

/// SQLite's own side of a session.
struct SQLiteSession: SQLSession {
    private let db: Database
    private let before: Int

    init(_ db: Database) {
        self.db = db
        before = db.totalChangesCount
    }

    var dialect: SQLDialect { .sqlite }
    var changes: Int { db.totalChangesCount - before }

    func hasTable(_ name: String) throws -> Bool { try db.tableExists(name) }

    func execute(_ sql: String, _ values: [(any SQLEncodable)?]) throws -> Int {
        // A schema is several statements, none of which takes values.
        guard !values.isEmpty else {
            try db.execute(sql: sql)
            return db.changesCount
        }
        try db.cachedStatement(sql: sql).execute(arguments: Self.arguments(values))
        return db.changesCount
    }

    func forEach(_ sql: String, _ values: [(any SQLEncodable)?], _ body: (SQLRow) throws -> Void) throws {
        let statement = try db.cachedStatement(sql: sql)
        let columns = statement.columnNames.map { $0.lowercased() }
        let rows = try Row.fetchCursor(statement, arguments: Self.arguments(values))
        while let row = try rows.next() {
            try body(SQLRow(columns: columns, values: row.databaseValues.map(SQLValue.init)))
        }
    }

    private static func arguments(_ values: [(any SQLEncodable)?]) -> StatementArguments {
        StatementArguments(
            values.map { value -> DatabaseValue in
                switch value?.sqlValue ?? .null {
                case .null: .null
                case .integer(let number): number.databaseValue
                case .text(let text): text.databaseValue
                case .bytes(let bytes): bytes.blob.databaseValue
                }
            })
    }
}

extension SQLValue {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .int64(let number): self = .integer(number)
        case .string(let text): self = .text(text)
        case .blob(let bytes): self = .bytes(Array(bytes))
        case .null, .double: self = .null
        }
    }
}
