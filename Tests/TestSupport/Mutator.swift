/// Damages bytes in the ways that files and enemies do; the same seed gives the same damage.
public struct Mutator: Sendable {
    private var random: SeededRandom

    public init(seed: UInt64) { random = SeededRandom(seed) }

    /// One to three of: a bit flipped, a byte replaced, a stretch removed, doubled or zeroed, a byte put in.
    public mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
        var mutant = bytes
        repeat {
            for _ in 0...random.below(3) { damage(&mutant) }
        } while mutant == bytes
        return mutant
    }

    private mutating func damage(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return bytes.append(random.byte()) }
        let start = random.below(bytes.count)
        let stretch = start..<min(bytes.count, start + 1 + random.below(16))
        switch random.below(6) {
        case 0: bytes[start] ^= 1 << UInt8(random.below(8))
        case 1: bytes[start] = random.byte()
        case 2: bytes.removeSubrange(stretch)
        case 3: bytes.insert(contentsOf: bytes[stretch], at: start)
        case 4: bytes.replaceSubrange(stretch, with: repeatElement(0, count: stretch.count))
        default: bytes.insert(random.byte(), at: start)
        }
    }
}
