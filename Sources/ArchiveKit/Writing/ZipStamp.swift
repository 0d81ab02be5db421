import Glibc

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

/// A modification time, as seconds since 1970 and as the MS-DOS date and time of ZIP headers (APPNOTE 4.4.6) in UTC.
struct ZipTime {
    let unixSeconds: Int64
    let dos: UInt32

    /// - Throws: `ArchiveError` with `unusableTime` outside 1980 to 2105, where one of the two forms ends.
    init(unixSeconds: Int64) throws(ArchiveError) {
        guard (315_532_800...4_291_747_199).contains(unixSeconds) else { throw ArchiveError(.unusableTime) }
        self.unixSeconds = unixSeconds
        var seconds = time_t(unixSeconds)
        var parts = unsafe tm()
        unsafe gmtime_r(&seconds, &parts)
        let date = unsafe (parts.tm_year - 80) << 9 | (parts.tm_mon + 1) << 5 | parts.tm_mday
        let clock = unsafe parts.tm_hour << 11 | parts.tm_min << 5 | parts.tm_sec / 2
        dos = UInt32(date) << 16 | UInt32(clock)
    }

    /// Little-endian, as it stands in a header.
    var headerBytes: [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: dos >> (8 * $0)) } }
}
