import ArchiveKit
import Foundation
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
        let scratch = try Scratch()
        let piece = (0..<Self.chunk).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
        let before = try residentBytes()
        let writer = try ZipWriter(path: scratch.file("a.zip"), modified: 1_766_016_000)
        var left = Self.chunks
        try writer.add("boxes.bin", compression: compression) {
            left -= 1
            return left >= 0 ? piece : nil
        }
        try writer.finish()
        var count = 0
        let reader = try ZipReader(path: scratch.file("a.zip"))
        try reader.stream("boxes.bin") { count += $0.count }
        #expect(count == Self.chunk * Self.chunks)
        #expect(try residentBytes() - before < Self.allowed)
    }
}
