import CArchive
import Glibc

/// What libarchive said about its last call on `archive`, sorted into our reasons by its words: it has no codes.
func libraryError(_ archive: OpaquePointer, entry: String?) -> ArchiveError {
    let words = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "no reason given"
    let reason: ArchiveError.Reason =
        switch true {
        case words.contains("CRC"): .wrongChecksum
        // Asked only of files that begin as a ZIP does: what is missing is the directory at the end.
        case words.hasPrefix("Truncated"), words.hasPrefix("Unrecognized archive format"): .truncated
        case words.contains("ncrypted") || words.contains("assphrase"): .encrypted
        case words.hasPrefix("Unsupported ZIP compression method"): .unsupportedMethod
        default: .damaged
        }
    return ArchiveError(reason, entry: entry, words)
}

/// What the last failed system call of this thread said, as the fault of a file.
func systemError(_ operation: String, entry: String? = nil) -> ArchiveError {
    let code = errno
    return unsafe ArchiveError(.file, entry: entry, "\(operation): \(String(cString: strerror(code)))")
}
