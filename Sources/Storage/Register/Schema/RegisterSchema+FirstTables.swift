extension RegisterSchema {
    /// Version 1.
    static func layFirstTables(_ session: any SQLSession) throws {
        let schema = accounts + rounds + ballots + decisions + keeping
        try session.execute(session.dialect.written(schema))
    }

    private static let accounts = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value {bytes} NOT NULL) {keyed};
        CREATE TABLE accounts (
            name TEXT PRIMARY KEY,
            displayName TEXT NOT NULL,
            roles TEXT NOT NULL,
            password TEXT NOT NULL,
            disabled {integer} NOT NULL CHECK (disabled IN (0, 1))
        ) {keyed};
        CREATE TABLE staffTokens (
            digest {bytes} PRIMARY KEY,
            account TEXT NOT NULL REFERENCES accounts (name),
            kind TEXT NOT NULL,
            label TEXT NOT NULL,
            createdAt {integer} NOT NULL,
            expiresAt {integer} NOT NULL
        ) {keyed};
        CREATE INDEX staffTokensOfAccount ON staffTokens (account);
        """

    private static let rounds = """
        CREATE TABLE rounds (
            id TEXT PRIMARY KEY,
            roundID {bytes} UNIQUE,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            title TEXT NOT NULL,
            year {integer} NOT NULL,
            createdAt {integer} NOT NULL
        ) {keyed};
        CREATE TABLE steps (
            id {identity},
            round TEXT NOT NULL REFERENCES rounds (id),
            state TEXT NOT NULL,
            at {integer} NOT NULL
        ) {listed};
        CREATE INDEX stepsOfRound ON steps (round);
        CREATE TABLE documents (
            round TEXT NOT NULL REFERENCES rounds (id),
            name TEXT NOT NULL,
            bytes {bytes} NOT NULL,
            PRIMARY KEY (round, name)
        ) {listed};
        """

    private static let ballots = """
        CREATE TABLE attendance (
            round TEXT NOT NULL REFERENCES rounds (id),
            voter TEXT NOT NULL,
            mark TEXT NOT NULL,
            PRIMARY KEY (round, voter)
        ) {keyed};
        CREATE TABLE found (
            round TEXT NOT NULL REFERENCES rounds (id),
            voter TEXT NOT NULL,
            signature {bytes} NOT NULL,
            PRIMARY KEY (round, voter)
        ) {keyed};
        CREATE TABLE boardSignatures (
            round TEXT NOT NULL REFERENCES rounds (id),
            stage TEXT NOT NULL,
            member {integer} NOT NULL,
            bytes {bytes} NOT NULL,
            PRIMARY KEY (round, stage, member)
        ) {keyed};
        """

    private static let decisions = """
        CREATE TABLE papers (
            id {lasting identity},
            round TEXT NOT NULL REFERENCES rounds (id),
            authority TEXT NOT NULL,
            year {integer} NOT NULL,
            number {integer} NOT NULL,
            numberText TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('reserved', 'prepared', 'issued')),
            since {integer} NOT NULL,
            document {bytes},
            UNIQUE (authority, year, number),
            CHECK ((state = 'reserved') = (document IS NULL))
        ) {listed};
        CREATE INDEX papersOfRound ON papers (round);
        CREATE TABLE freedNumbers (
            authority TEXT NOT NULL,
            year {integer} NOT NULL,
            number {integer} NOT NULL,
            PRIMARY KEY (authority, year, number)
        ) {keyed};
        CREATE TABLE decisions (
            digest {bytes} PRIMARY KEY CHECK (length(digest) = 32),
            paper {integer} NOT NULL REFERENCES papers (id),
            place {integer} NOT NULL,
            round TEXT NOT NULL REFERENCES rounds (id),
            unit TEXT NOT NULL,
            annuls {bytes} UNIQUE REFERENCES decisions (digest),
            statement {bytes} NOT NULL,
            UNIQUE (paper, place)
        ) {listed};
        CREATE UNIQUE INDEX recognitions ON decisions (round, unit) WHERE annuls IS NULL;
        """

    private static let keeping = """
        CREATE TABLE signers (
            account TEXT PRIMARY KEY REFERENCES accounts (name),
            certificate {bytes} NOT NULL,
            wrapped {bytes} NOT NULL
        ) {keyed};
        CREATE TABLE secrets (name TEXT PRIMARY KEY, wrapped {bytes} NOT NULL) {keyed};
        CREATE TABLE journal (
            id {lasting identity},
            at {integer} NOT NULL,
            account TEXT NOT NULL,
            round TEXT,
            action TEXT NOT NULL,
            detail TEXT NOT NULL
        ) {listed};
        """
}
