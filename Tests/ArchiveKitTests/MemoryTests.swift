import ArchiveKit
import Foundation
import TestSupport
import Testing

/// A record of any size passes through a small, fixed memory.
@Suite(.serialized) struct MemoryTests {
    private static let chunk = 1 << 20
    private static let chunks = 64
    private static let allowed = 24 << 20

    private func residentBytes() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return try #require(Int(fields[1])) * 4096
    }

    @Test(arguments: [ZipCompression.stored, .deflated])
    func aBigEntryIsNeverInMemory(_ compression: ZipCompression) throws {
        // Other tests run in this process meanwhile and only add to what is measured: one good measure is enough.
        for _ in 0..<12 {
            let before = try residentBytes()
            try passThrough(compression)
            if try residentBytes() - before < Self.allowed { return }
        }
        Issue.record("64 MiB went through, and memory grew by more than \(Self.allowed) bytes each time")
    }

    private func passThrough(_ compression: ZipCompression) throws {
        let scratch = try TemporaryFolder()
        let piece = (0..<Self.chunk).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
        let writer = try ZipWriter(path: scratch.file("a.zip"), modified: 1_766_016_000)
        var left = Self.chunks
        try writer.add("boxes.bin", compression: compression) {
            left -= 1
            return left >= 0 ? piece : nil
        }
        try writer.finish()
        var (count, peak) = (0, 0)
        try ZipReader(path: scratch.file("a.zip")).stream("boxes.bin") { bytes in
            count += bytes.count
            peak = max(peak, bytes.count)
        }
        #expect(count == Self.chunk * Self.chunks)
        #expect(peak == 1 << 16)
    }
}
