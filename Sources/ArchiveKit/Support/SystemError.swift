import Glibc

/// What the last failed system call of this thread said, as the fault of a file.
func systemError(_ operation: String, entry: String? = nil) -> ArchiveError {
    let code = errno
    return unsafe ArchiveError(.file, entry: entry, "\(operation): \(String(cString: strerror(code)))")
}
