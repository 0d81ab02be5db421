import TestSupport

/// Damages PDFs in the ways that files and enemies do; the same seed gives the same damage.
struct PDFMutator {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed) }

    /// One to three damages; the result differs from `bytes`.
    mutating func mutate(_ bytes: [UInt8], splicing other: [UInt8]) -> [UInt8] {
        var mutant = bytes
        repeat {
            for _ in 0...random.below(3) { damage(&mutant, other) }
        } while mutant == bytes
        return mutant
    }

    /// Bytes of no meaning, behind a PDF's first.
    mutating func noise() -> [UInt8] {
        Array("%PDF-1.7\n".utf8) + random.bytes(random.below(400)) + Array("startxref\n9\n%%EOF".utf8)
    }

    private mutating func damage(_ bytes: inout [UInt8], _ other: [UInt8]) {
        guard bytes.count > 40 else { return bytes.append(random.byte()) }
        let start = random.below(bytes.count)
        let stretch = start..<min(bytes.count, start + 1 + random.below(32))
        switch random.below(10) {
        case 0: bytes[start] ^= 1 << UInt8(random.below(8))
        case 1: bytes[start] = random.byte()
        case 2: bytes.removeSubrange(stretch)
        case 3: bytes.insert(contentsOf: bytes[stretch], at: random.below(bytes.count))
        case 4: bytes.replaceSubrange(stretch, with: repeatElement(0, count: stretch.count))
        case 5: bytes.removeLast(random.below(bytes.count))
        case 6: splice(&bytes, other)
        case 7: changeNumber(&bytes, near: start)
        case 8: swapKeys(&bytes)
        default: bytes.append(contentsOf: bytes[stretch])
        }
    }

    /// The beginning of one file and the end of another.
    private mutating func splice(_ bytes: inout [UInt8], _ other: [UInt8]) {
        bytes = Array(bytes[..<random.below(bytes.count)]) + other[random.below(other.count)...]
    }

    private mutating func changeNumber(_ bytes: inout [UInt8], near start: Int) {
        guard let first = (start..<bytes.count).first(where: { (48...57).contains(bytes[$0]) }) else { return }
        let last = (first..<bytes.count).first { !(48...57).contains(bytes[$0]) } ?? bytes.count
        let numbers = ["0", "1", "-1", "4", "65536", "99999999", "2147483648", "9223372036854775807", "1.5", "7 0 R"]
        bytes.replaceSubrange(first..<last, with: Array(numbers[random.below(numbers.count)].utf8))
    }

    private mutating func swapKeys(_ bytes: inout [UInt8]) {
        let keys = [
            "/Contents", "/ByteRange", "/V ", "/Fields", "/Annots", "/Kids", "/Root", "/Prev", "/Size", "/Length",
            "/Type",
            "/Parent", "/Reference", "/Perms", "/AcroForm", "/Rect",
        ]
        let (from, to) = (keys[random.below(keys.count)], keys[random.below(keys.count)])
        guard let range = bytes.firstRange(of: from, from: random.below(bytes.count / 2)) else { return }
        bytes.replaceSubrange(range, with: Array(to.utf8))
    }
}
