import ArchiveKit
import TestSupport
import Testing

/// Whatever is done to an archive, reading it gives the bytes that were written or an `ArchiveError`.
@Suite struct DamageTests {
    private let scratch: TemporaryFolder
    private let contents: [String: [UInt8]]
    private let whole: [UInt8]

    init() throws {
        scratch = try TemporaryFolder()
        let text = Array(String(repeating: "phiếu kín ", count: 30).utf8)
        let slip = (0..<473).map { UInt8(truncatingIfNeeded: $0 * $0) }
        contents = ["manifest.json": text, "boxes.bin": slip, "log/a": []]
        let writer = try ZipWriter(path: scratch.file("a.zip"), modified: 1_766_016_000)
        try writer.add("manifest.json", bytes: text)
        try writer.add("boxes.bin", bytes: slip, compression: .stored)
        try writer.add("log/a", bytes: [])
        try writer.finish()
        whole = try scratch.read("a.zip")
    }

    /// How many entries came back whole; fails for any other bytes or error.
    private func survivors(_ damaged: [UInt8]) throws -> Int {
        try scratch.write(damaged, to: "b.zip")
        var count = 0
        do {
            let reader = try ZipReader(path: scratch.file("b.zip"), maximumEntries: 10)
            for (name, bytes) in contents where reader.contains(name) {
                if let read = try? reader.read(name, limit: 10_000) {
                    #expect(read == bytes, "other bytes for \(name)")
                    count += 1
                }
            }
        } catch {
            #expect(error.reason != .file, "\(error)")
        }
        return count
    }

    @Test func everyTruncationIsAnError() throws {
        for count in 0..<whole.count {
            try scratch.write(Array(whole[..<count]), to: "b.zip")
            let found = reason { _ = try ZipReader(path: scratch.file("b.zip")) }
            #expect(found == (count < 4 ? .notZip : .truncated), "cut to \(count)")
        }
    }

    @Test func everyFlippedByteIsAnErrorOrHarmless() throws {
        #expect(try survivors(whole) == 3)
        for place in whole.indices {
            for mask in [0x01, 0x80, 0xFF] as [UInt8] {
                var damaged = whole
                damaged[place] ^= mask
                _ = try survivors(damaged)
            }
        }
    }

    @Test func randomDamageIsAnErrorOrHarmless() throws {
        var random = SeededRandom()
        for _ in 0..<1000 {
            var damaged = whole
            for _ in 0...random.below(12) {
                let place = random.below(damaged.count)
                switch random.below(3) {
                case 0: damaged[place] = random.byte()
                case 1: damaged.remove(at: place)
                default: damaged.insert(random.byte(), at: place)
                }
            }
            _ = try survivors(damaged)
        }
    }

    @Test func noiseBehindASignatureIsAnError() throws {
        var random = SeededRandom()
        for _ in 0..<300 {
            let noise = random.bytes(random.below(400))
            #expect(try survivors([0x50, 0x4B, 3, 4] + noise) == 0, "\(random)")
            #expect(try survivors([0x50, 0x4B, 3, 4] + noise + whole.suffix(22)) == 0, "\(random)")
        }
    }
}
