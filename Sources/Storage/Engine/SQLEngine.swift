/// A database that the register's SQL runs on.
///
/// Every engine promises: *durable before it answers*: what `write` returned without an error survives a power cut;
/// *whole*: a body that throws leaves nothing behind; *serialisable*: what a body reads is still so when it writes,
/// whatever runs beside it; and *foreign keys hold*. What engines write differently is in their dialect, so that the
/// register's statements are the same on all of them.
protocol SQLEngine: Sendable {
    /// Runs `body` on one state of the database.
    func read<Value: Sendable>(_ body: @Sendable (any SQLSession) throws -> Value) async throws -> Value

    /// Runs `body` in a transaction.
    func write<Value: Sendable>(_ body: @Sendable (any SQLSession) throws -> Value) async throws -> Value

    /// As `write`, on this thread: for opening, before anybody waits.
    func prepare(_ body: (any SQLSession) throws -> Void) throws

    func close() throws
}

/// One transaction's view of a database.
protocol SQLSession {
    var dialect: SQLDialect { get }

    /// How many rows the transaction has changed so far.
    var changes: Int { get }

    func hasTable(_ name: String) throws -> Bool

    /// - Parameter values: in place of each `?`.
    /// - Returns: how many rows it changed.
    @discardableResult
    func execute(_ sql: String, _ values: [(any SQLEncodable)?]) throws -> Int

    /// Lends each row of the answer, also of a statement with RETURNING.
    func forEach(_ sql: String, _ values: [(any SQLEncodable)?], _ body: (SQLRow) throws -> Void) throws
}

extension SQLSession {
    @discardableResult
    func execute(_ sql: String) throws -> Int { try execute(sql, []) }

    func rows(_ sql: String, _ values: [(any SQLEncodable)?] = []) throws -> [SQLRow] {
        var rows: [SQLRow] = []
        try forEach(sql, values) { rows.append($0) }
        return rows
    }

    func row(_ sql: String, _ values: [(any SQLEncodable)?] = []) throws -> SQLRow? { try rows(sql, values).first }
}
