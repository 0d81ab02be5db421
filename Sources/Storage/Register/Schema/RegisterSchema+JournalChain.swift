import GRDB

extension RegisterSchema {
    /// Version 2: each row of the journal carries a digest that covers it and the row before it, and the chain's head
    /// is kept apart from the rows. What was noted before is chained in the order in which it was noted.
    static func chainJournal(_ db: Database) throws {
        let noted = try Row.fetchAll(db, sql: "SELECT * FROM journal ORDER BY id").map(JournalEntry.init(row:))
        try db.execute(sql: "DROP TABLE journal;" + tables)
        try db.execute(
            sql: "INSERT INTO journalHead VALUES (1, 0, ?)", arguments: [JournalHead.empty.digest.blob])
        for entry in noted { try JournalChain.append(entry, db) }
    }

    private static let tables = """
        CREATE TABLE journal (
            place INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            account TEXT NOT NULL,
            round TEXT,
            action TEXT NOT NULL,
            detail TEXT NOT NULL,
            digest BLOB NOT NULL CHECK (length(digest) = 32)
        ) STRICT;
        CREATE TABLE journalHead (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            entries INTEGER NOT NULL,
            digest BLOB NOT NULL CHECK (length(digest) = 32)
        ) STRICT;
        """
}
