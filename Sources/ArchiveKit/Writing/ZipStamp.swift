/// Sets the MS-DOS time in every header of a finished archive.
///
/// libarchive writes it in the machine's time zone, which would make the same record differ from town to town.
struct ZipStamp {
    let file: UnfinishedFile
    let time: ZipTime

    /// - Parameters:
    ///   - localHeaders: where each entry's local header begins, in bytes from the start of the file.
    ///   - directory: where the central directory begins; it has one header an entry.
    func apply(localHeaders: [Int64], directory: Int64) throws(ArchiveError) {
        for offset in localHeaders {
            try stamp(at: offset, signature: [0x50, 0x4B, 3, 4], timeAt: 10)
        }
        var offset = directory
        for _ in localHeaders {
            try stamp(at: offset, signature: [0x50, 0x4B, 1, 2], timeAt: 12)
            offset += try directoryHeaderLength(at: offset)
        }
    }

    private func stamp(at offset: Int64, signature: [UInt8], timeAt: Int64) throws(ArchiveError) {
        guard try file.read(4, at: offset) == signature else {
            throw ArchiveError(.file, "no header where one was written")
        }
        try file.overwrite(time.headerBytes, at: offset + timeAt)
    }

    /// 46 bytes, then name, extra field and comment (APPNOTE 4.3.12).
    private func directoryHeaderLength(at offset: Int64) throws(ArchiveError) -> Int64 {
        let lengths = try file.read(6, at: offset + 28)
        guard lengths.count == 6 else { throw ArchiveError(.file, "directory cut short") }
        return stride(from: 0, to: 6, by: 2).reduce(46) { $0 + Int64(lengths[$1]) + Int64(lengths[$1 + 1]) << 8 }
    }
}
