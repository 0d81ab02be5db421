import GRDB

/// The register's tables, by version; a version that has been released never changes.
enum RegisterSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: accounts + rounds + ballots + decisions + keeping)
        }
        return migrator
    }

    private static let accounts = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE accounts (
            name TEXT PRIMARY KEY,
            displayName TEXT NOT NULL,
            roles TEXT NOT NULL,
            password TEXT NOT NULL,
            disabled INTEGER NOT NULL CHECK (disabled IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE staffTokens (
            digest BLOB PRIMARY KEY,
            account TEXT NOT NULL REFERENCES accounts (name),
            kind TEXT NOT NULL,
            label TEXT NOT NULL,
            createdAt INTEGER NOT NULL,
            expiresAt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX staffTokensOfAccount ON staffTokens (account);
        """

    private static let rounds = """
        CREATE TABLE rounds (
            id TEXT PRIMARY KEY,
            roundID BLOB UNIQUE,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            title TEXT NOT NULL,
            year INTEGER NOT NULL,
            createdAt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE steps (
            id INTEGER PRIMARY KEY,
            round TEXT NOT NULL REFERENCES rounds (id),
            state TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX stepsOfRound ON steps (round);
        CREATE TABLE documents (
            round TEXT NOT NULL REFERENCES rounds (id),
            name TEXT NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (round, name)
        ) STRICT;
        """

    private static let ballots = """
        CREATE TABLE attendance (
            round TEXT NOT NULL REFERENCES rounds (id),
            voter TEXT NOT NULL,
            mark TEXT NOT NULL,
            PRIMARY KEY (round, voter)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE found (
            round TEXT NOT NULL REFERENCES rounds (id),
            voter TEXT NOT NULL,
            signature BLOB NOT NULL,
            PRIMARY KEY (round, voter)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE boardSignatures (
            round TEXT NOT NULL REFERENCES rounds (id),
            stage TEXT NOT NULL,
            member INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (round, stage, member)
        ) STRICT, WITHOUT ROWID;
        """

    private static let decisions = """
        CREATE TABLE decisions (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
            round TEXT NOT NULL REFERENCES rounds (id),
            unit TEXT NOT NULL,
            annuls BLOB UNIQUE REFERENCES decisions (digest),
            authority TEXT NOT NULL,
            year INTEGER NOT NULL,
            number INTEGER NOT NULL,
            numberText TEXT NOT NULL,
            issuedAt INTEGER NOT NULL,
            statement BLOB NOT NULL,
            signature BLOB NOT NULL,
            UNIQUE (authority, year, number)
        ) STRICT;
        CREATE UNIQUE INDEX recognitions ON decisions (round, unit) WHERE annuls IS NULL;
        """

    private static let keeping = """
        CREATE TABLE signers (
            account TEXT PRIMARY KEY REFERENCES accounts (name),
            certificate BLOB NOT NULL,
            wrapped BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE secrets (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE journal (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            account TEXT NOT NULL,
            round TEXT,
            action TEXT NOT NULL,
            detail TEXT NOT NULL
        ) STRICT;
        """
}
