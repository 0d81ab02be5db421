import Glibc
import OpenSSLKit

/// Where a spool lies. It is as alive as its key's file: that one appears last and goes first, whole each time.
struct SpoolFiles: Hashable, Sendable {
    let database: String
    let key: String

    private var condemnedKey: String { key + ".dead" }
    var databaseFiles: [String] { ["", "-wal", "-shm", "-journal"].map { database + $0 } }

    var isAlive: Bool { FileTree.exists(key) }

    /// Puts the wrapped key in place, which makes the spool whole.
    func bless(_ wrappedKey: [UInt8]) throws { try FileTree.replace(key, with: wrappedKey) }

    func wrappedKey() throws(StorageError) -> [UInt8] {
        guard isAlive else { throw StorageError(.missing, "\(key): no key: this round's spool is destroyed or lost") }
        return try OpenFile(key, O_RDONLY).read(limit: 1 << 10)
    }

    /// Destroys the key, then what it opened; each step may be repeated.
    func destroy() throws(StorageError) {
        try destroyKey()
        for file in databaseFiles { try FileTree.destroy(file) }
    }

    /// As `destroy`, for files that SQLite holds: `close` makes it let go, and unlink some of them.
    func destroy(closing close: () throws -> Void) throws {
        try destroyKey()
        // Held open across the closing, which unlinks the log without wiping it.
        let files = try databaseFiles.filter(FileTree.exists).map { try OpenFile($0, O_WRONLY) }
        try close()
        for file in files { try file.overwrite() }
        for file in databaseFiles { try FileTree.unlink(file) }
    }

    private func destroyKey() throws(StorageError) {
        // Out of its place before it is wiped, lest half a key be taken for one.
        if isAlive { try FileTree.move(key, to: condemnedKey) }
        for file in [condemnedKey, key + ".new"] { try FileTree.destroy(file) }
    }
}
