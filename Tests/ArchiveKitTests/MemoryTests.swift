import ArchiveKit
import Foundation
import TestSupport
import Testing

/// A record of any size passes through a small, fixed memory: measured in a process that does nothing else.
@Suite(.serialized) struct MemoryTests {
    private static let chunk = 1 << 20
    private static let chunks = 64
    private static let allowed = 24 << 20

    @Test func aBigEntryIsNeverInMemory() async {
        await #expect(processExitsWith: .success) { try MemoryTests.passThrough(.stored) }
        await #expect(processExitsWith: .success) { try MemoryTests.passThrough(.deflated) }
    }

    /// What would hold a whole entry is seen: the measure has teeth.
    @Test func aWholeEntryInMemoryIsSeen() async {
        await #expect(processExitsWith: .failure) {
            try MemoryTests.requireSmall {
                let whole = [UInt8](repeating: 7, count: MemoryTests.chunk * MemoryTests.chunks)
                return whole.count
            }
        }
    }

    private struct Grown: Error { let bytes: Int }

    /// - Throws: `Grown` where `body` needs more memory at any moment than is allowed, `CocoaError` where it passes less
    ///   than everything.
    private static func requireSmall(_ body: () throws -> Int) throws {
        let before = try peak()
        let count = try body()
        let grown = try peak() - before
        guard grown < allowed else { throw Grown(bytes: grown) }
        guard count == chunk * chunks else { throw CocoaError(.fileReadCorruptFile) }
    }

    /// The most memory that the process has had, in bytes.
    private static func peak() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first) << 10
    }

    private static func passThrough(_ compression: ZipCompression) throws {
        let scratch = try TemporaryFolder()
        let piece = (0..<chunk).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
        try requireSmall {
            let writer = try ZipWriter(path: scratch.file("a.zip"), modified: 1_766_016_000)
            var left = chunks
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
            return peak == 1 << 16 ? count : 0
        }
    }
}
