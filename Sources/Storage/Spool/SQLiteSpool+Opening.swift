import GRDB
import OpenSSLKit
import StrictEncoding

extension SQLiteSpool {
    /// The key's file makes it whole, so what has none was half made and is removed.
    static func create(
        _ files: SpoolFiles, _ roundID: [UInt8], _ keys: SpoolKeys, under masterKey: MasterKey
    ) throws -> SQLiteSpool {
        guard !files.isAlive else { throw StorageError(.exists, "\(files.key): this round has a spool") }
        try files.destroy()
        let spoolKey = try SecretBytes(random: 32)
        try FileTree.replace(files.database, with: [])
        let spool = try StorageError.translating {
            let (database, cipher) = (try connect(files), SpoolCipher(spoolKey))
            try SpoolFormat.lay(keys, database, cipher)
            return try SQLiteSpool(files, database, cipher)
        }
        try files.bless(masterKey.wrap(spoolKey, purpose: purpose(roundID)))
        return spool
    }

    static func open(_ files: SpoolFiles, _ roundID: [UInt8], under masterKey: MasterKey) throws -> SQLiteSpool {
        let spoolKey = try masterKey.unwrap(files.wrappedKey(), purpose: purpose(roundID))
        guard FileTree.exists(files.database) else {
            throw StorageError(.missing, "\(files.database): the spool's key is here, its database is not")
        }
        return try StorageError.translating(files.database) {
            let database = try connect(files)
            try SpoolFormat.requireKnown(database, files.database)
            return try SQLiteSpool(files, database, SpoolCipher(spoolKey))
        }
    }

    private static func connect(_ files: SpoolFiles) throws -> DatabaseQueue {
        var configuration = SQLiteSettings.configuration()
        configuration.prepareDatabase { db in
            // Held by one connection alone, SQLite keeps the log's index in memory instead of a third file.
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL")
            // Slips fall all over the tree: a long log lets many writes to a page go to the database as one.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -16000")
            try SQLiteSettings.makeDurable(db)
        }
        return try DatabaseQueue(path: files.database, configuration: configuration)
    }

    private static func purpose(_ roundID: [UInt8]) -> String { "spool/" + Base64URL.encode(roundID) }
}
