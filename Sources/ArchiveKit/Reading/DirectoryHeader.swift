/// One entry of the central directory (APPNOTE 4.3.12), as far as libarchive does not tell it.
struct DirectoryHeader {
    private static let fixedLength = 46

    let name: String

    /// Where the local header is, in bytes from the start of the file.
    let contents: Int

    /// Of this header, in bytes.
    let length: Int

    /// - Throws: `ArchiveError` with `damaged` or `nameNotUTF8`.
    init(at offset: Int, in file: any RandomAccess) throws(ArchiveError) {
        let fixed = try file.read(Self.fixedLength, at: offset)
        guard fixed.starts(with: [0x50, 0x4B, 1, 2]), let nameCount = fixed.littleEndian(2, at: 28),
            let extraCount = fixed.littleEndian(2, at: 30), let commentCount = fixed.littleEndian(2, at: 32)
        else { throw ArchiveError(.damaged, "no directory entry where one belongs") }
        let rest = try file.read(nameCount + extraCount, at: offset + Self.fixedLength)
        guard let name = String(validating: rest.prefix(nameCount), as: UTF8.self) else {
            throw ArchiveError(.nameNotUTF8)
        }
        guard let contents = Self.contents(fixed, extra: Array(rest.dropFirst(nameCount))) else {
            throw ArchiveError(.damaged, entry: name, "an offset that cannot be read")
        }
        self.name = name
        self.contents = contents
        length = Self.fixedLength + nameCount + extraCount + commentCount
    }

    /// The offset's 32 bits, or where those are all ones the last number of the ZIP64 extra field (APPNOTE 4.5.3).
    private static func contents(_ fixed: [UInt8], extra: [UInt8]) -> Int? {
        let short = fixed.littleEndian(4, at: 42)
        guard short == 0xFFFF_FFFF else { return short }
        var position = 0
        while let id = extra.littleEndian(2, at: position), let count = extra.littleEndian(2, at: position + 2) {
            if id == 1 {
                let before = [20, 24].filter { fixed.littleEndian(4, at: $0) == 0xFFFF_FFFF }.count
                return extra.littleEndian(8, at: position + 4 + 8 * before)
            }
            position += 4 + count
        }
        return nil
    }
}

extension Array where Element == UInt8 {
    /// The unsigned integer of `count` bytes at `offset`, least significant first; nil beyond the end or an `Int`.
    func littleEndian(_ count: Int, at offset: Int) -> Int? {
        guard offset >= 0, offset + count <= self.count else { return nil }
        let value = self[offset..<offset + count].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        return Int(exactly: value)
    }
}
