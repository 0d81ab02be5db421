import FoundationEssentials
import GRDB
import OpenSSLKit
import StrictEncoding

/// The spool's tables; each maps a keyed hash to a wrapped value.
enum SpoolTable: String, CaseIterable {
    case tokenKeys
    case issuances
    case slips

    var insert: String { "INSERT INTO \(rawValue) VALUES (?, ?) ON CONFLICT DO NOTHING" }
    var select: String { "SELECT value FROM \(rawValue) WHERE key = ?" }
    var selectAll: String { "SELECT key, value FROM \(rawValue)" }
    var count: String { "SELECT count(*) FROM \(rawValue)" }
}

/// A row ready to be written: a keyed hash and a wrapped value.
struct SpoolRow: Sendable {
    let table: SpoolTable
    let key: [UInt8]
    let value: [UInt8]
}

/// The private keys that live and die with a spool.
struct SpoolKeys: Sendable {
    /// In the contests' order.
    let tokens: [SecretBytes]
    let gateway: SecretBytes?
}

/// What a spool's database holds, and its version.
enum SpoolFormat {
    private static let version = 1

    /// Names the row that holds the number of contests.
    private static let shape: [UInt8] = Array("contests".utf8)

    /// Names the row that holds the gateway's key, where there is one.
    static let gateway: [UInt8] = Array("gateway".utf8)

    /// Names the row that holds what the end of voting fixed, once it has.
    static let closing: [UInt8] = Array("closing".utf8)

    /// What a contest's or voter's row is known by, before it is hashed.
    static func identifier(_ position: Int) -> [UInt8] { [UInt8](bigEndian: UInt64(bitPattern: Int64(position))) }

    /// Fills a new spool, in one transaction.
    static func lay(_ keys: SpoolKeys, _ database: DatabaseQueue, _ cipher: SpoolCipher) throws {
        try database.write { db in
            for table in SpoolTable.allCases {
                let columns = "key BLOB PRIMARY KEY, value BLOB NOT NULL"
                try db.execute(sql: "CREATE TABLE \(table.rawValue) (\(columns)) STRICT, WITHOUT ROWID")
            }
            for (contest, key) in keys.tokens.enumerated() {
                try insert(key.withUnsafeBytes { try cipher.row(identifier(contest), $0, in: .tokenKeys) }, db)
            }
            try insert(cipher.row(shape, identifier(keys.tokens.count), in: .tokenKeys), db)
            if let key = keys.gateway {
                try insert(key.withUnsafeBytes { try cipher.row(gateway, $0, in: .tokenKeys) }, db)
            }
            try db.execute(sql: "PRAGMA user_version = \(version)")
        }
    }

    /// - Throws: `StorageError`: `corrupt`, `newerSchema`.
    static func requireKnown(_ database: DatabaseQueue, _ path: String) throws {
        try database.read { db in
            try SQLiteSettings.requireIntact(db, path)
            let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            guard found >= version else { throw StorageError(.corrupt, "\(path): not a spool") }
            guard found == version else {
                throw StorageError(.newerSchema, "\(path): written by a newer phieukin: run that version")
            }
        }
    }

    /// The number of contests.
    /// - Throws: `StorageError.corrupt` also where the database is another key's.
    static func contests(_ database: DatabaseQueue, _ cipher: SpoolCipher) throws -> Int {
        let plain = try database.read { db in
            try value(of: cipher.key(of: shape, in: .tokenKeys), in: .tokenKeys, db, cipher)
        }
        guard let plain, plain.count == 8 else {
            throw StorageError(.corrupt, "the spool's database and its key do not belong together")
        }
        return plain.reduce(0) { $0 << 8 | Int($1) }
    }

    static func counts(_ database: DatabaseQueue) throws -> SpoolCounts {
        try database.read { db in
            let issued = try Int.fetchOne(db, sql: SpoolTable.issuances.count) ?? 0
            let slips = try Int.fetchOne(db, sql: SpoolTable.slips.count) ?? 0
            return SpoolCounts(issued: issued, slips: slips, commits: 0)
        }
    }

    /// The value under `key`, opened; nil if there is none.
    static func value(
        of key: [UInt8], in table: SpoolTable, _ db: Database, _ cipher: SpoolCipher
    ) throws -> Data? {
        let statement = try db.cachedStatement(sql: table.select)
        let wrapped = try Data.fetchOne(statement, arguments: [key.blob])
        return try wrapped.map { try cipher.open(SpoolRow(table: table, key: key, value: Array($0))) }
    }

    private static func insert(_ row: SpoolRow, _ db: Database) throws {
        try db.execute(sql: row.table.insert, arguments: [row.key.blob, row.value.blob])
    }
}
