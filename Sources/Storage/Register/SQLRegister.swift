import OpenSSLKit

/// The register in an SQL database.
final class SQLRegister: Register {
    let engine: any SQLEngine
    let masterKey: MasterKey

    /// What every change is noted as; nil: the caller notes it, or nobody.
    private let note: JournalEntry?

    init(_ engine: any SQLEngine, masterKey: MasterKey, noting note: JournalEntry? = nil) {
        (self.engine, self.masterKey, self.note) = (engine, masterKey, note)
    }

    func noting(_ entry: JournalEntry) -> any Register { SQLRegister(engine, masterKey: masterKey, noting: entry) }

    func read<Value: Sendable>(_ body: @Sendable (any SQLSession) throws -> Value) async throws -> Value {
        try await engine.read(body)
    }

    /// Runs `body` in one transaction, with the journal's entry where rows changed.
    @discardableResult
    func write<Value: Sendable>(_ body: @Sendable (any SQLSession) throws -> Value) async throws -> Value {
        let note = note
        return try await engine.write { session in
            let value = try body(session)
            if let note, session.changes > 0 { try JournalChain.append(note, session) }
            return value
        }
    }
}
