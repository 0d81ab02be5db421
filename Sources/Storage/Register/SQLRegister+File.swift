import OpenSSLKit

extension SQLRegister {
    /// What the sentinel's bytes are for: only the right master key unwraps it.
    private static let sentinel = "sentinel"

    private static let trial = """
        INSERT INTO meta VALUES ('tried', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """

    /// Makes a new register in an SQLite file, which appears whole or not at all.
    /// - Throws: `StorageError`: `exists`.
    static func create(at path: String, masterKey: MasterKey) throws {
        try SQLiteEngine.create(at: path) { session in
            try RegisterSchema.migrate(session)
            let wrapped = try masterKey.wrap(SecretBytes(random: 32), purpose: sentinel)
            try session.execute("INSERT INTO meta VALUES (?, ?)", [sentinel, wrapped])
        }
    }

    /// Opens the SQLite file at `path`, having looked at it before anything is written to it, and brings it to this
    /// version's schema.
    /// - Parameter through: lets tests stand between the register and its engine.
    /// - Throws: `StorageError`: `missing`, `corrupt`, `newerSchema`, `wrongKey`, `locked`, `notWritable`.
    convenience init(
        opening path: String, masterKey: MasterKey, through wrap: (any SQLEngine) -> any SQLEngine = { $0 }
    ) throws {
        guard FileTree.exists(path) else { throw StorageError(.missing, "\(path): no database") }
        try Self.examine(path, masterKey: masterKey)
        let engine = try SQLiteEngine(opening: path)
        try engine.prepare(RegisterSchema.migrate)
        // Found at the start, not at the first vote.
        try engine.prepare { _ = try $0.execute(Self.trial, [[UInt8](repeating: 0, count: 8)]) }
        self.init(wrap(engine), masterKey: masterKey)
    }

    /// Writes something that nobody reads.
    func tryWriting() async throws {
        let value = try SecretBytes(random: 8).unwipedCopy
        try await write { session in _ = try session.execute(Self.trial, [value]) }
    }

    /// Looks at a register's file without writing to it.
    /// - Throws: `StorageError`: `corrupt`, `newerSchema`, `wrongKey`.
    static func examine(_ path: String, masterKey: MasterKey) throws {
        try SQLiteEngine.examine(path) { try requireKnown($0, path, masterKey) }
    }

    /// For a register that was put back: what was revoked since must not live again.
    func endAllTokens() throws {
        try engine.prepare { _ = try $0.execute("DELETE FROM staffTokens") }
        try engine.close()
    }

    private static func requireKnown(_ session: any SQLSession, _ path: String, _ masterKey: MasterKey) throws {
        guard try !RegisterSchema.isSuperseded(session) else {
            throw StorageError(.newerSchema, "\(path): written by a newer phieukin: run that version")
        }
        guard try session.hasTable("meta"),
            let row = try session.row("SELECT value FROM meta WHERE name = ?", [sentinel])
        else { throw StorageError(.corrupt, "\(path): not a phieukin database: restore it from a backup") }
        _ = try masterKey.unwrap(row["value"], purpose: sentinel)
    }
}
