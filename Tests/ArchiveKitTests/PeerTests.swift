import ArchiveKit
import TestSupport
import Testing

/// Archives go both ways between us and the tools that an outsider has.
@Suite struct PeerTests {
    private let scratch: TemporaryFolder
    private let large = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 >> 5) }

    init() throws { scratch = try TemporaryFolder() }

    private func writeOurs() throws {
        let writer = try ZipWriter(path: scratch.file("a.zip"), modified: 1_766_016_000)
        try writer.add("manifest.json", bytes: Array("{}".utf8))
        try writer.add("boxes.bin", bytes: large, compression: .stored)
        var pieces = [large, large]
        try writer.add("decisions/đảng ủy.json") { pieces.popLast() }
        try writer.add("empty", bytes: [])
        try writer.finish()
    }

    @Test func unzipAcceptsOurs() throws {
        try writeOurs()
        let result = try scratch.run(["unzip", "-t", "a.zip"])
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("No errors detected"))
        try scratch.run(["unzip", "-q", "a.zip", "boxes.bin"])
        #expect(try scratch.read("boxes.bin") == large)
    }

    @Test func pythonAcceptsOurs() throws {
        try writeOurs()
        let script = """
            import zipfile, hashlib
            z = zipfile.ZipFile('a.zip')
            assert z.testzip() is None
            print([len(z.read(i)) for i in z.infolist()], z.namelist()[2] == 'decisions/đảng ủy.json')
            """
        let result = try scratch.run(["python3", "-c", script], environment: ["PYTHONUTF8": "1"])
        #expect(result.output == "[2, 300000, 600000, 0] True\n")
    }

    @Test func weAcceptZip() throws {
        try scratch.write(large, to: "boxes.bin")
        try scratch.write([1], to: "đảng ủy")
        let result = try scratch.run(["zip", "-r", "b.zip", "boxes.bin", "đảng ủy"])
        #expect(result.status == 0, "\(result.output)")
        let reader = try ZipReader(path: scratch.file("b.zip"))
        #expect(try reader.read("boxes.bin", limit: large.count) == large)
        #expect(try reader.read("đảng ủy", limit: 1) == [1])
    }

    @Test func weAcceptTheRecordsOfLargeArchives() throws {
        let small = "zipfile.ZIP_FILECOUNT_LIMIT = 1; zipfile.ZIP64_LIMIT = 60; "
        let entries = "z.writestr('x', b'1' * 99); z.writestr('y', b'2'); z.writestr('z', b'')"
        let path = try scratch.pythonArchive(small + entries)
        #expect(Array(try scratch.read("a.zip").suffix(42).prefix(4)) == [0x50, 0x4B, 6, 7])
        let reader = try ZipReader(path: path)
        #expect(reader.entries.map(\.name) == ["x", "y", "z"])
        #expect(try reader.read("y", limit: 1) == Array("2".utf8))
    }

    @Test(arguments: ["ZIP_STORED", "ZIP_DEFLATED"])
    func weAcceptPython(_ method: String) throws {
        let script = "z.writestr('x', bytes(range(256)) * 999, compress_type=zipfile.\(method))"
        let path = try scratch.pythonArchive(script)
        let expected = [[UInt8]](repeating: Array(0...255), count: 999).flatMap(\.self)
        #expect(try ZipReader(path: path).read("x", limit: 1 << 20) == expected)
    }
}
