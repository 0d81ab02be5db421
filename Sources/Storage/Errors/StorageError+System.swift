import Glibc

extension StorageError {
    /// The failed system call of this thread.
    /// - Parameter action: what was attempted, as in "cannot write".
    static func system(_ action: String, _ path: String, errno number: CInt = errno) -> StorageError {
        let reason = String(cString: strerror(number))
        return StorageError(code(of: number), "\(path): cannot \(action): \(reason)")
    }

    private static func code(of number: CInt) -> Code {
        switch number {
        case ENOSPC, EDQUOT: .full
        case ENOENT: .missing
        case EEXIST: .exists
        default: .inputOutput
        }
    }
}
