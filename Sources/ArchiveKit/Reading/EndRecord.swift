/// The end of a ZIP archive, which says where its central directory is (APPNOTE 4.3.14 to 4.3.16).
///
/// Tools search for it in different ways and forgive different gaps, so that one file can be two archives. Here it must
/// be the file's last bytes, without a comment, and the directory must reach up to it.
struct EndRecord {
    let entryCount: Int
    let directoryOffset: Int
    let directoryEnd: Int

    /// - Throws: `ArchiveError` with `truncated` where there is no end record, `damaged` where it is not plain.
    init(of file: any RandomAccess) throws(ArchiveError) {
        let start = file.size - 22
        let record = try file.read(22, at: start)
        guard record.starts(with: [0x50, 0x4B, 5, 6]), record.littleEndian(2, at: 20) == 0 else {
            throw ArchiveError(.truncated)
        }
        guard let count = record.littleEndian(2, at: 10), let size = record.littleEndian(4, at: 12),
            let offset = record.littleEndian(4, at: 16)
        else { throw ArchiveError(.truncated) }
        if try file.read(4, at: start - 20) == [0x50, 0x4B, 6, 7] {
            try self.init(zip64: file, before: start - 20, short: (count, size, offset))
        } else {
            try self.init(count: count, size: size, offset: offset, end: start)
        }
    }

    /// The record for large archives; tools differ in when they prefer it, so the two must not contradict each other.
    private init(
        zip64 file: any RandomAccess, before end: Int, short: (count: Int, size: Int, offset: Int)
    ) throws(ArchiveError) {
        let record = try file.read(56, at: end - 56)
        let locator = try file.read(20, at: end)
        guard record.starts(with: [0x50, 0x4B, 6, 6]), locator.littleEndian(8, at: 8) == end - 56,
            let count = record.littleEndian(8, at: 32), let size = record.littleEndian(8, at: 40),
            let offset = record.littleEndian(8, at: 48),
            short.count == count || short.count == 0xFFFF,
            short.size == size || short.size == 0xFFFF_FFFF,
            short.offset == offset || short.offset == 0xFFFF_FFFF
        else { throw ArchiveError(.damaged, "two end records that contradict each other") }
        try self.init(count: count, size: size, offset: offset, end: end - 56)
    }

    private init(count: Int, size: Int, offset: Int, end: Int) throws(ArchiveError) {
        guard offset <= end, size == end - offset else {
            throw ArchiveError(.damaged, "the directory does not reach up to the end record")
        }
        entryCount = count
        directoryOffset = offset
        directoryEnd = end
    }
}
