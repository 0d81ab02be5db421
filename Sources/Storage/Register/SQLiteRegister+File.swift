import GRDB
import OpenSSLKit

extension SQLiteRegister {
    /// What the sentinel's bytes are for: only the right master key unwraps it.
    private static let sentinel = "sentinel"

    /// Makes a new database at `path`, which appears whole or not at all.
    /// - Throws: `StorageError`: `exists`.
    public static func create(at path: String, masterKey: MasterKey) throws {
        guard !FileTree.exists(path) else { throw StorageError(.exists, "\(path): there is a database already") }
        let draft = path + ".new"
        for leftover in [draft, draft + "-journal"] { try FileTree.unlink(leftover) }
        // SQLite gives its files the mode of the database's file, so that is made first.
        try FileTree.replace(draft, with: [])
        try StorageError.translating { try fill(draft, masterKey) }
        try FileTree.move(draft, to: path)
    }

    private static func fill(_ path: String, _ masterKey: MasterKey) throws {
        let database = try DatabaseQueue(path: path, configuration: DatabaseSettings.configuration())
        try RegisterSchema.migrator.migrate(database)
        let wrapped = try masterKey.wrap(SecretBytes(random: 32), purpose: sentinel)
        try database.write { db in
            try db.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [sentinel, wrapped.blob])
        }
        try database.close()
    }

    /// Looks at the file before anything is written to it.
    static func examine(_ path: String, _ masterKey: MasterKey) throws {
        let database = try DatabaseQueue(path: path, configuration: DatabaseSettings.readOnly())
        try database.read { db in
            try DatabaseSettings.requireIntact(db, path)
            guard try !RegisterSchema.migrator.hasBeenSuperseded(db) else {
                throw StorageError(.newerSchema, "\(path): written by a newer phieukin: run that version")
            }
            guard try db.tableExists("meta"), let wrapped = try storedSentinel(db) else {
                throw StorageError(.corrupt, "\(path): not a phieukin database: restore it from a backup")
            }
            _ = try masterKey.unwrap(wrapped, purpose: sentinel)
        }
        try database.close()
    }

    private static func storedSentinel(_ db: Database) throws -> [UInt8]? {
        try [UInt8].fetchOne(db, sql: "SELECT value FROM meta WHERE name = ?", arguments: [sentinel])
    }
}
