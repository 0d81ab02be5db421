import GRDB

extension RegisterSchema {
    /// Version 1.
    static func layFirstTables(_ db: Database) throws {
        try db.execute(sql: accounts + rounds + ballots + decisions + keeping)
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
        CREATE TABLE papers (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            round TEXT NOT NULL REFERENCES rounds (id),
            authority TEXT NOT NULL,
            year INTEGER NOT NULL,
            number INTEGER NOT NULL,
            numberText TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('reserved', 'prepared', 'issued')),
            since INTEGER NOT NULL,
            document BLOB,
            UNIQUE (authority, year, number),
            CHECK ((state = 'reserved') = (document IS NULL))
        ) STRICT;
        CREATE INDEX papersOfRound ON papers (round);
        CREATE TABLE freedNumbers (
            authority TEXT NOT NULL,
            year INTEGER NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (authority, year, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE decisions (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
            paper INTEGER NOT NULL REFERENCES papers (id),
            place INTEGER NOT NULL,
            round TEXT NOT NULL REFERENCES rounds (id),
            unit TEXT NOT NULL,
            annuls BLOB UNIQUE REFERENCES decisions (digest),
            statement BLOB NOT NULL,
            UNIQUE (paper, place)
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
