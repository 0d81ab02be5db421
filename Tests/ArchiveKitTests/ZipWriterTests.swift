import ArchiveKit
import Foundation
import TestSupport
import Testing

@Suite struct ZipWriterTests {
    private let scratch: TemporaryFolder
    private static let time: Int64 = 1_766_016_000

    init() throws { scratch = try TemporaryFolder() }

    private func writer(_ name: String = "a.zip") throws -> ZipWriter {
        try ZipWriter(path: scratch.file(name), modified: Self.time)
    }

    @Test(arguments: [ZipCompression.stored, .deflated], [0, 1, 473, 65_536, 200_001])
    func everyWayOfAddingReadsBack(_ compression: ZipCompression, _ count: Int) throws {
        var random = SeededRandom(UInt64(count))
        let bytes = random.bytes(count).map { $0 & 15 }
        try scratch.write(bytes, to: "source")
        let writer = try writer()
        try writer.add("bytes", bytes: bytes, compression: compression)
        try writer.add("file", contentsOf: scratch.file("source"), compression: compression)
        try writer.add("sized", size: count, compression: compression, chunks: pieces(bytes))
        try writer.add("unsized", compression: compression, chunks: pieces(bytes))
        try writer.finish()

        let reader = try ZipReader(path: scratch.file("a.zip"))
        #expect(reader.entries.map(\.name) == ["bytes", "file", "sized", "unsized"])
        for entry in reader.entries.reversed() {
            #expect(try reader.read(entry.name, limit: count) == bytes)
            #expect(entry.size == count)
        }
    }

    private func pieces(_ bytes: [UInt8]) -> () -> [UInt8]? {
        var rest = bytes[...]
        return {
            guard !rest.isEmpty else { return nil }
            let piece = [UInt8](rest.prefix(1000))
            rest = rest.dropFirst(1000)
            return piece
        }
    }

    @Test func namesOutsideASCIIReadBackAndAreMarkedAsUTF8() throws {
        let name = "decisions/Chi bộ thôn Nà Hừ.json"
        let writer = try writer()
        try writer.add(name, bytes: [1])
        try writer.finish()
        #expect(try ZipReader(path: scratch.file("a.zip")).read(name, limit: 1) == [1])
        let script = "import zipfile; print(ascii(zipfile.ZipFile('a.zip').namelist()[0]))"
        #expect(try scratch.run(["python3", "-c", script]).output.hasPrefix("'decisions/Chi b\\u1ed9"))
    }

    @Test func sameInputMakesTheSameBytes() throws {
        for name in ["one.zip", "two.zip"] {
            let writer = try writer(name)
            try writer.add("manifest.json", bytes: Array("{}".utf8))
            try writer.add("boxes.bin", compression: .stored, chunks: pieces([UInt8](repeating: 7, count: 5000)))
            try writer.finish()
        }
        #expect(try scratch.read("one.zip") == scratch.read("two.zip"))
    }

    @Test func theTimeInHeadersIsUTC() throws {
        let writer = try writer()
        try writer.add("a", bytes: [1])
        try writer.add("b", bytes: [2])
        try writer.finish()
        let script = """
            import zipfile, struct
            z = zipfile.ZipFile('a.zip')
            for i in z.infolist():
                raw = open('a.zip', 'rb').read()
                local = struct.unpack_from('<HH', raw, i.header_offset + 10)
                print(i.date_time, local[1] >> 9, local[0] >> 11, oct(i.external_attr >> 16))
            """
        let line = "(2025, 12, 18, 0, 0, 0) 45 0 0o100644\n"
        #expect(try scratch.run(["python3", "-c", script]).output == line + line)
    }

    @Test func nothingIsLeftOfAnUnfinishedArchive() throws {
        try scratch.write([1, 2, 3], to: "a.zip")
        do {
            let writer = try writer()
            try writer.add("a", bytes: [UInt8](repeating: 1, count: 200_000), compression: .stored)
            #expect(try scratch.names().count == 2)
        }
        #expect(try scratch.names() == ["a.zip"])
        #expect(try scratch.read("a.zip") == [1, 2, 3])
    }

    @Test func aFailedProducerEndsTheWriter() throws {
        struct Stop: Error {}
        let writer = try writer()
        var calls = 0
        #expect(throws: Stop.self) {
            try writer.add("a") {
                calls += 1
                if calls == 3 { throw Stop() }
                return [1, 2, 3]
            }
        }
        #expect(throws: ArchiveError(.closed)) { try writer.finish() }
        #expect(throws: ArchiveError(.closed, entry: "b")) { try writer.add("b", bytes: []) }
        #expect(try scratch.names() == [])
    }

    @Test(arguments: [0, 5, 7, 100])
    func anotherSizeThanAnnouncedIsAnError(_ announced: Int) throws {
        for compression in [ZipCompression.stored, .deflated] {
            let writer = try writer()
            var rest: [[UInt8]] = [[1, 2, 3], [4, 5, 6]]
            let error = #expect(throws: ArchiveError.self) {
                try writer.add("a", size: announced, compression: compression) { rest.popLast() }
            }
            #expect(error?.reason == .wrongSize)
            #expect(error?.entry == "a")
        }
        #expect(try scratch.names() == [])
    }

    @Test func aRefusedNameLeavesTheWriterUsable() throws {
        let writer = try writer()
        try writer.add("a", bytes: [1])
        #expect(throws: ArchiveError(.repeatedName, entry: "a")) { try writer.add("a", bytes: [2]) }
        #expect(throws: ArchiveError(.traversal, entry: "../a")) { try writer.add("../a", bytes: [2]) }
        try writer.finish()
        #expect(try ZipReader(path: scratch.file("a.zip")).entries.map(\.name) == ["a"])
        #expect(throws: ArchiveError(.closed)) { try writer.finish() }
    }

    @Test func unusableTargetsSourcesAndTimesAreErrors() throws {
        #expect(reason { _ = try ZipWriter(path: scratch.file("no/a.zip"), modified: Self.time) } == .file)
        #expect(reason { _ = try ZipWriter(path: scratch.file("a.zip"), modified: 0) } == .unusableTime)
        #expect(reason { _ = try ZipWriter(path: scratch.file("a.zip"), modified: 4_291_747_200) } == .unusableTime)
        let writer = try writer()
        #expect(reason { try writer.add("a", contentsOf: scratch.file("absent")) } == .file)
        #expect(reason { try writer.add("b", contentsOf: "/dev/zero") } == .file)
        try FileManager.default.createDirectory(atPath: scratch.file("a.zip"), withIntermediateDirectories: false)
        #expect(reason { try writer.finish() } == .file)
        #expect(try scratch.names() == ["a.zip"])
    }
}

/// The reason of the `ArchiveError` that `body` throws; nil for none or another.
func reason(_ body: () throws -> Void) -> ArchiveError.Reason? {
    do {
        try body()
        return nil
    } catch {
        return (error as? ArchiveError)?.reason
    }
}
