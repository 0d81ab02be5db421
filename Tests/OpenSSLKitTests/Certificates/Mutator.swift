/// Damages bytes in the ways that files and enemies do; the same seed gives the same damage.
struct Mutator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// One to three of: a bit flipped, a byte replaced, a stretch removed, doubled or zeroed, a byte put in.
    mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
        var mutant = bytes
        repeat {
            for _ in 0...below(3) { damage(&mutant) }
        } while mutant == bytes
        return mutant
    }

    private mutating func damage(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return bytes.append(UInt8(below(256))) }
        let start = below(bytes.count)
        let stretch = start..<min(bytes.count, start + 1 + below(16))
        switch below(6) {
        case 0: bytes[start] ^= 1 << UInt8(below(8))
        case 1: bytes[start] = UInt8(below(256))
        case 2: bytes.removeSubrange(stretch)
        case 3: bytes.insert(contentsOf: bytes[stretch], at: start)
        case 4: bytes.replaceSubrange(stretch, with: repeatElement(0, count: stretch.count))
        default: bytes.insert(UInt8(below(256)), at: start)
        }
    }

    /// SplitMix64.
    private mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
