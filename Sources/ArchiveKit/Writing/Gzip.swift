import CArchive

/// Bytes packed as one gzip member (RFC 1952), in memory.
public enum Gzip {
    /// Room for what packing can only make longer: header, trailer, and a few bytes for every stored block.
    private static let overhead = 1_024

    /// - Throws: `ArchiveError` with `file`, when there is no memory left.
    public static func compress(_ bytes: [UInt8]) throws(ArchiveError) -> [UInt8] {
        let capacity = bytes.count + bytes.count / 100 + overhead
        var outcome: Result<Int, ArchiveError> = .success(0)
        let packed = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            outcome = unsafe write(bytes, into: UnsafeMutableRawBufferPointer(buffer))
            count = (try? outcome.get()) ?? 0
        }
        _ = try outcome.get()
        return packed
    }

    /// - Returns: how many bytes were written.
    private static func write(
        _ bytes: [UInt8], into buffer: UnsafeMutableRawBufferPointer
    ) -> Result<Int, ArchiveError> {
        guard let archive = unsafe archive_write_new(), let entry = unsafe archive_entry_new() else {
            return .failure(ArchiveError(.file, "out of memory"))
        }
        // libarchive keeps both addresses until the archive is freed.
        let used = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        unsafe used.initialize(to: 0)
        defer {
            unsafe archive_entry_free(entry)
            unsafe archive_write_free(archive)
            unsafe used.deallocate()
        }
        unsafe archive_entry_set_mode(entry, 0o100_644)
        let isWritten =
            unsafe archive_write_add_filter_gzip(archive) == ARCHIVE_OK
            && archive_write_set_filter_option(archive, "gzip", "timestamp", nil) == ARCHIVE_OK
            && archive_write_set_format_raw(archive) == ARCHIVE_OK
            && archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK
            && archive_write_open_memory(archive, buffer.baseAddress, buffer.count, used) == ARCHIVE_OK
            && archive_write_header(archive, entry) == ARCHIVE_OK
            && bytes.withUnsafeBytes { unsafe archive_write_data(archive, $0.baseAddress, $0.count) } == bytes.count
            && archive_write_close(archive) == ARCHIVE_OK
        return isWritten ? .success(unsafe used.pointee) : .failure(unsafe libraryError(archive, entry: nil))
    }
}
