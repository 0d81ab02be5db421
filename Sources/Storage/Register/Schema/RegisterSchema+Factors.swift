extension RegisterSchema {
    /// Version 3: second factors, the devices that were signed in on, first passwords that end, and of a session when it
    /// was used last and when its password was shown last.
    static func layFactors(_ session: any SQLSession) throws {
        try session.execute(session.dialect.written(tables))
    }

    private static let tables = """
        CREATE TABLE factors (
            id {bytes} PRIMARY KEY,
            account TEXT NOT NULL REFERENCES accounts (name),
            kind TEXT NOT NULL CHECK (kind IN ('app', 'passkey', 'recovery')),
            label TEXT NOT NULL,
            wrapped {bytes} NOT NULL,
            counter {integer} NOT NULL,
            createdAt {integer} NOT NULL,
            usedAt {integer}
        ) {keyed};
        CREATE INDEX factorsOfAccount ON factors (account);
        CREATE TABLE devices (
            digest {bytes} NOT NULL,
            account TEXT NOT NULL REFERENCES accounts (name),
            label TEXT NOT NULL,
            createdAt {integer} NOT NULL,
            usedAt {integer} NOT NULL,
            PRIMARY KEY (digest, account)
        ) {keyed};
        CREATE INDEX devicesOfAccount ON devices (account);
        ALTER TABLE accounts ADD COLUMN passwordUntil {integer};
        ALTER TABLE staffTokens ADD COLUMN usedAt {integer} NOT NULL DEFAULT 0;
        ALTER TABLE staffTokens ADD COLUMN provedAt {integer} NOT NULL DEFAULT 0;
        """
}
