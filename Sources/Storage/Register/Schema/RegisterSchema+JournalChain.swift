extension RegisterSchema {
    /// Version 2: each row of the journal carries a digest that covers it and the row before it, and the chain's head
    /// is kept apart from the rows. What was noted before is chained in the order in which it was noted.
    static func chainJournal(_ session: any SQLSession) throws {
        let noted = try session.rows("SELECT * FROM journal ORDER BY id").map(JournalEntry.init(row:))
        try session.execute("DROP TABLE journal")
        try session.execute(session.dialect.written(tables))
        try session.execute("INSERT INTO journalHead VALUES (1, 0, ?)", [JournalHead.empty.digest])
        for entry in noted { try JournalChain.append(entry, session) }
    }

    private static let tables = """
        CREATE TABLE journal (
            place {integer} PRIMARY KEY,
            at {integer} NOT NULL,
            account TEXT NOT NULL,
            round TEXT,
            action TEXT NOT NULL,
            detail TEXT NOT NULL,
            digest {bytes} NOT NULL CHECK (length(digest) = 32)
        ) {listed};
        CREATE TABLE journalHead (
            id {integer} PRIMARY KEY CHECK (id = 1),
            entries {integer} NOT NULL,
            digest {bytes} NOT NULL CHECK (length(digest) = 32)
        ) {listed};
        """
}
