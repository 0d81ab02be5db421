import Glibc

/// Holds a folder for this process as long as it lives; the system lets go of it when the process dies.
final class FolderLock: Sendable {
    private let descriptor: CInt

    /// - Throws: `locked` if another holder lives.
    init(_ path: String) throws(StorageError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system("open", path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw StorageError(.locked, "\(path): another service works in this folder: stop it first")
        }
    }

    deinit { close(descriptor) }
}
