extension Array where Element == UInt8 {
    /// The unsigned integer of `count` bytes at `offset`, least significant first; nil beyond the end or an `Int`.
    func littleEndian(_ count: Int, at offset: Int) -> Int? {
        guard offset >= 0, offset + count <= self.count else { return nil }
        let value = self[offset..<offset + count].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        return Int(exactly: value)
    }
}
