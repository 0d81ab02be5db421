import Glibc
import OpenSSLKit

extension MasterKey {
    /// Makes a new key in a new file that only this account can read.
    /// - Throws: `StorageError`: `exists` if there is a file; it is left as it is.
    public static func create(file path: String) throws {
        let secret = try SecretBytes(random: count)
        let file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL)
        try file.write(secret.unwipedCopy)
        try file.sync()
        try FileTree.syncFolder(of: path)
    }

    /// Reads the key.
    /// - Throws: `StorageError`: `missing`, `unsafePermissions`, `malformed` for a wrong length, `inputOutput`.
    public init(file path: String) throws(StorageError) {
        let file = try Self.opened(path)
        let status = try file.status()
        guard status.st_mode & S_IFMT == S_IFREG else { throw StorageError(.malformed, "\(path): not a file") }
        guard status.st_mode & 0o077 == 0 else {
            throw StorageError(.unsafePermissions, "\(path): others can read the master key: run `chmod 600 \(path)`")
        }
        guard status.st_size == Self.count else {
            let found = "\(path): \(status.st_size) bytes instead of \(Self.count)"
            throw StorageError(.malformed, "\(found): restore the master key from where it is kept")
        }
        self.init(SecretBytes(copying: try file.read(limit: Self.count)))
    }

    private static func opened(_ path: String) throws(StorageError) -> OpenFile {
        do {
            return try OpenFile(path, O_RDONLY | O_NONBLOCK)
        } catch {
            let advice = "restore the master key from where it is kept, or name its place"
            throw StorageError(error.code, "\(error.detail): \(advice)")
        }
    }
}
