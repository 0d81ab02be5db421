import FoundationEssentials
import GRDB
public import OpenSSLKit
import StrictEncoding

/// A spool in an SQLite file of its own, its key in another place, wrapped under the master key.
public final class SQLiteSpool: BallotSpool {
    public let contests: Int
    let database: DatabaseQueue
    let cipher: SpoolCipher
    let writer: GroupWriter
    private let files: SpoolFiles

    init(_ files: SpoolFiles, _ database: DatabaseQueue, _ cipher: SpoolCipher) throws {
        self.files = files
        self.database = database
        self.cipher = cipher
        contests = try SpoolFormat.contests(database, cipher)
        writer = try GroupWriter(database, counts: SpoolFormat.counts(database))
    }

    public var counts: SpoolCounts { writer.counts }

    public func tokenKeys() async throws -> [SecretBytes] {
        let rows = (0..<contests).map { cipher.key(of: SpoolFormat.identifier($0), in: .tokenKeys) }
        return try await read { db, cipher in
            try rows.map { key in
                guard var plain = try SpoolFormat.value(of: key, in: .tokenKeys, db, cipher) else {
                    throw StorageError(.corrupt, "the spool: a token key is missing")
                }
                return SecretBytes(taking: &plain)
            }
        }
    }

    public func gatewayKey() async throws -> SecretBytes? {
        let key = cipher.key(of: SpoolFormat.gateway, in: .tokenKeys)
        return try await read { db, cipher in
            guard var plain = try SpoolFormat.value(of: key, in: .tokenKeys, db, cipher) else { return nil }
            return SecretBytes(taking: &plain)
        }
    }

    public func closing() async throws -> [UInt8]? {
        let key = cipher.key(of: SpoolFormat.closing, in: .tokenKeys)
        return try await read { db, cipher in
            try SpoolFormat.value(of: key, in: .tokenKeys, db, cipher).map { Array($0) }
        }
    }

    public func close() async { await writer.finish(.closed) }

    public func reopen() { writer.reopen() }

    public func shutDown() async throws {
        await writer.finish(.ended)
        let database = database
        try await Blocking.run { try StorageError.translating { try database.close() } }
    }

    public func destroy() async throws {
        await writer.finish(.ended)
        let (files, database) = (files, database)
        try await Blocking.run { try files.destroy(closing: database.close) }
    }

    /// Runs `body` on the database's queue.
    func read<Value: Sendable>(_ body: @Sendable (Database, SpoolCipher) throws -> Value) async throws -> Value {
        guard writer.phase != .ended else { throw StorageError(.closed, "this spool is closed for good") }
        let cipher = cipher
        return try await StorageError.translating { try await database.read { db in try body(db, cipher) } }
    }
}
