import CArchive

/// One pass over an archive's headers and contents; the only owner of libarchive's reader.
@safe final class ArchiveCursor {
    /// What stands before an entry's contents.
    struct Header {
        let name: String
        let size: Int?
        let kind: Kind
    }

    enum Kind { case file, folder, other }

    private let archive: OpaquePointer

    /// Kept as long as libarchive reads from it.
    private let source: ArchiveSource

    /// Only ZIP with a central directory, and no filter around it.
    /// - Throws: `ArchiveError` with `truncated` if there is no such directory, else with `file`.
    init(_ source: ArchiveSource) throws(ArchiveError) {
        guard let archive = unsafe archive_read_new() else { throw ArchiveError(.file, "out of memory") }
        (unsafe self.archive, self.source) = (unsafe archive, source)
        guard unsafe archive_read_support_format_zip_seekable(archive) == ARCHIVE_OK,
            unsafe source.open(archive) == ARCHIVE_OK
        else {
            let fault = unsafe libraryError(archive, entry: nil)
            throw fault.reason == .truncated ? fault : ArchiveError(.file, fault.detail)
        }
    }

    deinit { unsafe archive_read_free(archive) }

    /// The next entry's header; nil after the last.
    func next() throws(ArchiveError) -> Header? {
        try UTF8Locale.run { () throws(ArchiveError) in
            var entry: OpaquePointer?
            let status = unsafe archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return nil }
            guard let entry = unsafe entry else { throw unsafe libraryError(archive, entry: nil) }
            let name = try unsafe name(of: entry)
            // A warning here is a local header at odds with the central directory: two readings of one archive.
            guard status == ARCHIVE_OK else { throw unsafe libraryError(archive, entry: name) }
            return try unsafe header(entry, name: name)
        }
    }

    private func name(of entry: OpaquePointer) throws(ArchiveError) -> String {
        guard let raw = unsafe archive_entry_pathname(entry), let name = unsafe String(validatingCString: raw)
        else { throw ArchiveError(.nameNotUTF8) }
        return name
    }

    private func header(_ entry: OpaquePointer, name: String) throws(ArchiveError) -> Header {
        guard unsafe archive_entry_is_encrypted(entry) == 0 else { throw ArchiveError(.encrypted, entry: name) }
        let kind: Kind =
            switch unsafe archive_entry_filetype(entry) {
            case 0o100_000: .file
            case 0o040_000: .folder
            default: .other
            }
        if kind == .file { try checkMethod(of: name) }
        let size = unsafe archive_entry_size_is_set(entry) == 0 ? nil : unsafe Int(archive_entry_size(entry))
        return Header(name: name, size: size, kind: kind)
    }

    /// libarchive also unpacks bzip2, LZMA and others, whose decoders need not be within a stranger's reach. It tells
    /// the method only in words: "ZIP 2.0 (deflation)".
    private func checkMethod(of name: String) throws(ArchiveError) {
        let words = unsafe archive_format_name(archive).map { unsafe String(cString: $0) } ?? ""
        guard words.hasSuffix("(deflation)") || words.hasSuffix("(uncompressed)") else {
            throw ArchiveError(.unsupportedMethod, entry: name, words)
        }
    }

    /// Up to `count` bytes more of the current entry; empty at its end, which is reached only if size and CRC hold.
    func read(_ count: Int, of name: String) throws(ArchiveError) -> [UInt8] {
        var status = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            status = unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
            filled = max(status, 0)
        }
        guard status >= 0 else { throw unsafe libraryError(archive, entry: name) }
        return bytes
    }
}
