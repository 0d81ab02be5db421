import GRDB

/// The register's tables, by version; a version that has been released never changes.
enum RegisterSchema {
    /// In the order in which they came; each stands in a file of its own.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1", migrate: layFirstTables)
        migrator.registerMigration("2", migrate: chainJournal)
        return migrator
    }
}
