import GRDB

extension SQLiteRegister {
    public func create(_ round: RoundEntry) async throws {
        try await write { db in
            guard try Self.round(round.id, db) == nil else {
                throw StorageError(.exists, "round \(round.id): there is one of that name already")
            }
            try db.execute(
                sql: "INSERT INTO rounds VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    round.id, round.roundID?.blob, round.kind, round.state, round.title, round.year, round.createdAt,
                ]
            )
            try Self.record(RoundStep(state: round.state, at: round.createdAt), of: round.id, db)
        }
    }

    public func round(_ id: String) async throws -> RoundEntry? {
        try await read { db in try Self.round(id, db) }
    }

    public func round(identifiedBy roundID: [UInt8]) async throws -> RoundEntry? {
        try await read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM rounds WHERE roundID = ?", arguments: [roundID.blob])
                .map(RoundEntry.init(row:))
        }
    }

    public func rounds() async throws -> [RoundEntry] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM rounds ORDER BY createdAt DESC, id").map(RoundEntry.init(row:))
        }
    }

    public func steps(of round: String) async throws -> [RoundStep] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM steps WHERE round = ? ORDER BY id", arguments: [round])
                .map { RoundStep(state: $0["state"], at: $0["at"]) }
        }
    }

    static func round(_ id: String, _ db: Database) throws -> RoundEntry? {
        try Row.fetchOne(db, sql: "SELECT * FROM rounds WHERE id = ?", arguments: [id]).map(RoundEntry.init(row:))
    }

    /// - Parameter states: nil for any.
    @discardableResult
    static func require(_ round: String, in states: Set<String>?, _ db: Database) throws -> RoundEntry {
        guard let entry = try Self.round(round, db) else {
            throw StorageError(.missing, "round \(round): there is none")
        }
        guard states?.contains(entry.state) ?? true else {
            throw StorageError(.wrongState(present: entry.state), "round \(round): not while it is \(entry.state)")
        }
        return entry
    }

    static func record(_ step: RoundStep, of round: String, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO steps (round, state, at) VALUES (?, ?, ?)",
            arguments: [round, step.state, step.at]
        )
    }
}

extension RoundEntry {
    fileprivate init(row: Row) {
        self.init(
            id: row["id"],
            roundID: row.optionalBytes("roundID"),
            kind: row["kind"],
            state: row["state"],
            title: row["title"],
            year: row["year"],
            createdAt: row["createdAt"]
        )
    }
}
