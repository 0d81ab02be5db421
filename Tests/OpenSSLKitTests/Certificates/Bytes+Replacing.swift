extension [UInt8] {
    /// Where `part` begins first.
    func firstIndex(of part: [UInt8]) -> Int? {
        guard !part.isEmpty, part.count <= count else { return nil }
        return (0...(count - part.count)).first { self[$0..<$0 + part.count].elementsEqual(part) }
    }

    /// With every `old` become `new`.
    func replacing(_ old: String, with new: String) -> [UInt8] { replacing(Array(old.utf8), with: Array(new.utf8)) }

    func replacing(_ old: [UInt8], with new: [UInt8]) -> [UInt8] {
        guard let start = firstIndex(of: old) else { return self }
        let rest = Array(self[(start + old.count)...])
        return Array(self[..<start]) + new + rest.replacing(old, with: new)
    }
}
