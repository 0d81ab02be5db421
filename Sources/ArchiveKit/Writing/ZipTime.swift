import Glibc

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
