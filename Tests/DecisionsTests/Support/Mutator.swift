/// Damages bytes in the ways that files and enemies do; the same seed gives the same damage.
struct Mutator {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }

    /// One to three of: a bit flipped, a byte replaced, a stretch removed, doubled or zeroed, a byte put in.
    mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
        var mutant = bytes
        repeat {
            for _ in 0...Int.random(in: 0..<3, using: &random) { damage(&mutant) }
        } while mutant == bytes
        return mutant
    }

    private mutating func damage(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return bytes.append(.random(in: 0...255, using: &random)) }
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let stretch = start..<min(bytes.count, start + Int.random(in: 1...16, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[start] = .random(in: 0...255, using: &random)
        case 2: bytes.removeSubrange(stretch)
        case 3: bytes.insert(contentsOf: bytes[stretch], at: start)
        case 4: bytes.replaceSubrange(stretch, with: repeatElement(0, count: stretch.count))
        default: bytes.insert(.random(in: 0...255, using: &random), at: start)
        }
    }
}

/// SplitMix64: the same sequence on every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
