import CArchive

/// The only owner of libarchive's ZIP writer. After an error nothing more may be asked of it.
@safe final class ArchiveSink {
    private let archive: OpaquePointer

    /// Held so that its descriptor cannot be closed, and given to another file, while libarchive has it.
    private let file: UnfinishedFile

    init(file: UnfinishedFile) throws(ArchiveError) {
        self.file = file
        guard let archive = unsafe archive_write_new() else { throw ArchiveError(.file, "out of memory") }
        unsafe self.archive = archive
        try expect(unsafe archive_write_set_format_zip(archive))
        try expect(unsafe archive_write_open_fd(archive, file.descriptor))
    }

    deinit {
        // Otherwise freeing would write a directory to what may be half an archive.
        unsafe archive_write_fail(archive)
        unsafe archive_write_free(archive)
    }

    /// How many bytes the archive has so far, buffered ones included.
    var position: Int { unsafe Int(archive_filter_bytes(archive, 0)) }

    /// Begins a regular file of mode 0644.
    func begin(_ name: String, size: Int?, compression: ZipCompression, modified: ZipTime) throws(ArchiveError) {
        guard let entry = unsafe archive_entry_new() else { throw ArchiveError(.file, entry: name, "out of memory") }
        defer { unsafe archive_entry_free(entry) }
        unsafe archive_entry_set_pathname(entry, name)
        unsafe archive_entry_set_mode(entry, 0o100_644)
        unsafe archive_entry_set_mtime(entry, time_t(modified.unixSeconds), 0)
        if let size { unsafe archive_entry_set_size(entry, Int64(size)) }
        try UTF8Locale.run { () throws(ArchiveError) in
            try expect(select(compression), of: name)
            try expect(unsafe archive_write_header(archive, entry), of: name)
        }
    }

    private func select(_ compression: ZipCompression) -> CInt {
        switch compression {
        case .stored: unsafe archive_write_zip_set_compression_store(archive)
        case .deflated: unsafe archive_write_zip_set_compression_deflate(archive)
        }
    }

    func write(_ bytes: [UInt8], of name: String) throws(ArchiveError) {
        let written = unsafe bytes.withUnsafeBytes { unsafe archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written >= 0 else { throw fault(of: name) }
        guard written == bytes.count else { throw ArchiveError(.wrongSize, entry: name, "more than announced") }
    }

    func endEntry(_ name: String) throws(ArchiveError) {
        try expect(unsafe archive_write_finish_entry(archive), of: name)
    }

    func close() throws(ArchiveError) { try expect(unsafe archive_write_close(archive)) }

    private func expect(_ status: CInt, of name: String? = nil) throws(ArchiveError) {
        guard status == ARCHIVE_OK else { throw fault(of: name) }
    }

    private func fault(of name: String?) -> ArchiveError {
        unsafe ArchiveError(.file, entry: name, libraryError(archive, entry: name).detail)
    }
}
