PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1');
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE accounts (
    name TEXT PRIMARY KEY,
    displayName TEXT NOT NULL,
    roles TEXT NOT NULL,
    password TEXT NOT NULL,
    disabled INTEGER NOT NULL CHECK (disabled IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO accounts VALUES('admin','Nguyễn Văn Ổn','admin','scrypt$…',0);
INSERT INTO accounts VALUES('binh','Bình','secretary signer','scrypt$…',1);
CREATE TABLE staffTokens (
    digest BLOB PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (name),
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE rounds (
    id TEXT PRIMARY KEY,
    roundID BLOB UNIQUE,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    year INTEGER NOT NULL,
    createdAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO rounds VALUES('5JRE7BVBYW',NULL,'recognition','draft','Chi bộ 1',2025,1764000000);
CREATE TABLE steps (
    id INTEGER PRIMARY KEY,
    round TEXT NOT NULL REFERENCES rounds (id),
    state TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
INSERT INTO steps VALUES(1,'5JRE7BVBYW','draft',1764000000);
CREATE TABLE documents (
    round TEXT NOT NULL REFERENCES rounds (id),
    name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (round, name)
) STRICT;
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
INSERT INTO journal VALUES(1,1764000000,'admin',NULL,'account.create','binh');
INSERT INTO journal VALUES(2,1764000100,'binh','5JRE7BVBYW','round.create','');
INSERT INTO journal VALUES(3,1764000050,'admin',NULL,'account.disable','binh — "nghỉ"');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('journal',4);
CREATE INDEX staffTokensOfAccount ON staffTokens (account);
CREATE INDEX stepsOfRound ON steps (round);
CREATE INDEX papersOfRound ON papers (round);
CREATE UNIQUE INDEX recognitions ON decisions (round, unit) WHERE annuls IS NULL;
COMMIT;
