/// The register's tables, by version; a version that has been released never changes.
enum RegisterSchema {
    /// One step from a version to the next.
    struct Migration: Sendable {
        let version: String
        let run: @Sendable (any SQLSession) throws -> Void
    }

    /// In the order in which they came; each stands in a file of its own.
    static let migrations = [
        Migration(version: "1", run: layFirstTables),
        Migration(version: "2", run: chainJournal),
        Migration(version: "3", run: layFactors),
    ]

    /// Whether a newer phieukin has migrated the database.
    static func isSuperseded(_ session: any SQLSession) throws -> Bool {
        try !applied(session).isSubset(of: migrations.map(\.version))
    }

    /// Brings the database to this version's schema, in the session's transaction.
    static func migrate(_ session: any SQLSession) throws {
        try session.execute("CREATE TABLE IF NOT EXISTS \(versions) (identifier TEXT NOT NULL PRIMARY KEY)")
        let applied = try applied(session)
        for migration in migrations where !applied.contains(migration.version) {
            try migration.run(session)
            try session.execute("INSERT INTO \(versions) VALUES (?)", [migration.version])
        }
    }

    /// As the library that kept it in the first versions called it.
    private static let versions = "grdb_migrations"

    private static func applied(_ session: any SQLSession) throws -> Set<String> {
        guard try session.hasTable(versions) else { return [] }
        return Set(try session.rows("SELECT identifier FROM \(versions)").map { try $0["identifier"] })
    }
}
