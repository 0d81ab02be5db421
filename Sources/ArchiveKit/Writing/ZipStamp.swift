/// Sets the MS-DOS time in every header of a finished archive.
///
/// libarchive writes it in the machine's time zone, which would make the same record differ from town to town.
struct ZipStamp {
    let file: UnfinishedFile
    let time: ZipTime

    /// - Parameters:
    ///   - localHeaders: where each entry's local header begins, in bytes from the start of the file.
    ///   - directory: where the central directory begins; it has one header an entry.
    func apply(localHeaders: [Int], directory: Int) throws(ArchiveError) {
        for offset in localHeaders {
            try stamp(at: offset, signature: [0x50, 0x4B, 3, 4], timeAt: 10)
        }
        var offset = directory
        for _ in localHeaders {
            try stamp(at: offset, signature: [0x50, 0x4B, 1, 2], timeAt: 12)
            offset += try directoryHeaderLength(at: offset)
        }
    }

    private func stamp(at offset: Int, signature: [UInt8], timeAt: Int) throws(ArchiveError) {
        guard try file.read(4, at: offset) == signature else {
            throw ArchiveError(.file, "no header where one was written")
        }
        try file.overwrite(time.headerBytes, at: offset + timeAt)
    }

    /// 46 bytes, then name, extra field and comment (APPNOTE 4.3.12).
    private func directoryHeaderLength(at offset: Int) throws(ArchiveError) -> Int {
        let lengths = try file.read(6, at: offset + 28)
        return [0, 2, 4].reduce(46) { $0 + (lengths.littleEndian(2, at: $1) ?? 0) }
    }
}
