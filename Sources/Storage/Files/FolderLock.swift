import Glibc

/// Holds a folder for this process as long as it lives; the system lets go of it when the process dies.
final class FolderLock: Sendable {
    /// How often, and how long apart in microseconds, the lock is tried for: a service that is just ending, or a process
    /// being started elsewhere in this one, holds it a moment longer.
    private static let (attempts, pause): (Int, UInt32) = (20, 100_000)

    private let descriptor: CInt

    /// - Throws: `locked` if another holder lives on.
    init(_ path: String) throws(StorageError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system("open", path) }
        guard Self.take(descriptor) else {
            close(descriptor)
            throw StorageError(.locked, "\(path): another service works in this folder: stop it first")
        }
    }

    private static func take(_ descriptor: CInt) -> Bool {
        for attempt in 0..<attempts {
            if attempt > 0 { usleep(pause) }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        }
        return false
    }

    /// Lets the next one in, while this process lives on.
    func letGo() { flock(descriptor, LOCK_UN) }

    deinit { close(descriptor) }
}
