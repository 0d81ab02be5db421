extension SQLRegister {
    func create(_ round: RoundEntry, with documents: [String: [UInt8]]) async throws {
        try await write { session in
            guard try Self.round(round.id, session) == nil else {
                throw StorageError(.exists, "round \(round.id): there is one of that name already")
            }
            try session.execute(
                "INSERT INTO rounds VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    round.id, round.roundID, round.kind, round.state, round.title, round.year, round.createdAt,
                ])
            try Self.record(RoundStep(state: round.state, at: round.createdAt), of: round.id, session)
            for (name, bytes) in documents { try Self.store(bytes, as: name, of: round.id, .once, session) }
        }
    }

    func round(_ id: String) async throws -> RoundEntry? {
        try await read { session in try Self.round(id, session) }
    }

    func round(identifiedBy roundID: [UInt8]) async throws -> RoundEntry? {
        try await read { session in
            try session.row("SELECT * FROM rounds WHERE roundID = ?", [roundID])
                .map(RoundEntry.init(row:))
        }
    }

    func rounds() async throws -> [RoundEntry] {
        try await read { session in
            try session.rows("SELECT * FROM rounds ORDER BY createdAt DESC, id").map(RoundEntry.init(row:))
        }
    }

    func steps(of round: String) async throws -> [RoundStep] {
        try await read { session in
            try session.rows("SELECT * FROM steps WHERE round = ? ORDER BY id", [round])
                .map { try RoundStep(state: $0["state"], at: $0["at"]) }
        }
    }

    static func round(_ id: String, _ session: any SQLSession) throws -> RoundEntry? {
        try session.row("SELECT * FROM rounds WHERE id = ?", [id]).map(RoundEntry.init(row:))
    }

    /// - Parameter states: nil for any.
    @discardableResult
    static func require(_ round: String, in states: Set<String>?, _ session: any SQLSession) throws -> RoundEntry {
        guard let entry = try Self.round(round, session) else {
            throw StorageError(.missing, "round \(round): there is none")
        }
        guard states?.contains(entry.state) ?? true else {
            throw StorageError(.wrongState(present: entry.state), "round \(round): not while it is \(entry.state)")
        }
        return entry
    }

    static func record(_ step: RoundStep, of round: String, _ session: any SQLSession) throws {
        try session.execute("INSERT INTO steps (round, state, at) VALUES (?, ?, ?)", [round, step.state, step.at])
    }
}

extension RoundEntry {
    init(row: SQLRow) throws {
        try self.init(
            id: row["id"], roundID: row.optional("roundID"), kind: row["kind"], state: row["state"],
            title: row["title"], year: row["year"], createdAt: row["createdAt"])
    }
}
