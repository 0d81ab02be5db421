import Glibc

/// Why storage refused or failed, and where; never a secret, never a row's content.
public struct StorageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a program decides by.
    public enum Code: Hashable, Sendable {
        /// No room on the disk: nothing of the call was kept; it may be repeated when there is room.
        case full
        /// The disk or its file system failed.
        case inputOutput
        /// A file is not what this service wrote.
        case corrupt
        /// A newer version of the service wrote this folder.
        case newerSchema
        /// Another process has the folder or file.
        case locked
        /// The master key is not the one that these secrets were wrapped under.
        case wrongKey
        /// A key file that others may read.
        case unsafePermissions
        /// What was named does not exist.
        case missing
        /// It exists already, and is unique or fixed.
        case exists
        /// The round is not in a state that allows this; `present` is the one it is in.
        case wrongState(present: String)
        /// A time before one that was recorded.
        case clockBehind
        /// The files cannot be read or written: who owns them is in the detail.
        case notWritable
        /// Nobody would have a role any more that somebody must have.
        case lastHolder
        /// A value that this store does not take.
        case malformed
        /// The spool takes nothing more.
        case closed
    }

    public let code: Code

    /// What was wrong, where, and what to do, in words.
    public let detail: String

    public init(_ code: Code, _ detail: String) {
        self.code = code
        self.detail = detail
    }

    public var description: String { detail }
}

extension StorageError {
    /// The failed system call of this thread.
    /// - Parameter action: what was attempted, as in "cannot write".
    static func system(_ action: String, _ path: String, errno number: CInt = errno) -> StorageError {
        let reason = String(cString: strerror(number))
        let advice = code(of: number) == .notWritable ? Writability.advice(on: path) : ""
        return StorageError(code(of: number), "\(path): cannot \(action): \(reason)\(advice)")
    }

    private static func code(of number: CInt) -> Code {
        switch number {
        case ENOSPC, EDQUOT: .full
        case ENOENT: .missing
        case EEXIST: .exists
        case EACCES, EPERM, EROFS: .notWritable
        default: .inputOutput
        }
    }
}
