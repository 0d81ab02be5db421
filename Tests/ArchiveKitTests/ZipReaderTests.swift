import ArchiveKit
import Foundation
import TestSupport
import Testing

@Suite struct ZipReaderTests {
    private let scratch: TemporaryFolder

    init() throws { scratch = try TemporaryFolder() }

    /// What reading the archive that a Python script writes throws.
    private func fault(_ script: String, maximumEntries: Int = 100) throws -> ArchiveError? {
        let path = try scratch.pythonArchive(script)
        return #expect(throws: ArchiveError.self) { try ZipReader(path: path, maximumEntries: maximumEntries) }
    }

    @Test(arguments: [
        ("../x", ArchiveError.Reason.traversal), ("a/../x", .traversal), ("./x", .traversal), ("a//x", .traversal),
        ("a/..", .traversal), ("..", .traversal), ("/etc/x", .absoluteName), ("C:x", .absoluteName),
        ("a\\\\x", .backslash), ("..\\\\x", .backslash), ("a\\nx", .controlCharacter), ("../", .traversal),
        ("/", .emptyName),
    ])
    func namesThatCouldWriteElsewhereAreRefused(_ name: String, _ reason: ArchiveError.Reason) throws {
        let script = "i = zipfile.ZipInfo('x'); i.create_system = 3; i.filename = '\(name)'; z.writestr(i, b'1')"
        let fault = try fault(script)
        #expect(fault?.reason == reason)
        #expect(fault?.entry != nil)
    }

    @Test func anEmptyOrLongOrForeignNameIsRefused() throws {
        #expect(try fault("i = zipfile.ZipInfo('x'); i.filename = ''; z.writestr(i, b'1')")?.reason == .emptyName)
        #expect(try fault("z.writestr('x' * 1025, b'1')")?.reason == .nameTooLong)
        let latin = try scratch.pythonArchive("z.writestr('abc', b'1')")
        let bytes = try scratch.read("a.zip").map { $0 == UInt8(ascii: "b") ? 0xE9 : $0 }
        try scratch.write(bytes, to: "a.zip")
        #expect(reason { _ = try ZipReader(path: latin) } == .nameNotUTF8)
    }

    @Test func manyAreReadInOnePass() throws {
        let path = try scratch.pythonArchive(
            "for i in range(50): z.writestr(f'd/{i}', b'x' * i)\nz.writestr('other', b'1')")
        let reader = try ZipReader(path: path)
        let contents = reader.read(["d/0", "d/7", "d/49", "other", "none"], limit: 48)
        #expect(try contents["d/0"]?.get() == [] && contents["d/7"]?.get() == [UInt8](repeating: 0x78, count: 7))
        #expect(try contents["other"]?.get() == [0x31] && contents.count == 5)
        for (name, reason) in [("d/49", ArchiveError.Reason.tooLarge), ("none", .noSuchEntry)] {
            guard case .failure(let fault)? = contents[name] else { throw PeerFailure(output: name) }
            #expect(fault.reason == reason && fault.entry == name)
        }
    }

    /// Each by itself or all at once: the same of every one, in an archive that was damaged anywhere.
    @Test func damageIsFoundInOnePassToo() throws {
        let path = try scratch.pythonArchive("for i in range(9): z.writestr(f'd/{i}', bytes([i]) * 40)")
        let whole = try scratch.read("a.zip")
        for place in stride(from: 0, to: whole.count, by: 7) {
            var bytes = whole
            bytes[place] ^= 0x41
            try scratch.write(bytes, to: "a.zip")
            guard let reader = try? ZipReader(path: path) else { continue }
            let names = Set(reader.entries.map(\.name))
            for (name, content) in reader.read(names, limit: 1_000) {
                guard case .success(let bytes) = content else { continue }
                #expect(try bytes == reader.read(name, limit: 1_000), "\(name) with byte \(place) changed")
            }
        }
    }

    @Test func aNameTwiceIsRefused() throws {
        #expect(try fault("z.writestr('a', b'1'); z.writestr('a', b'2')") == ArchiveError(.repeatedName, entry: "a"))
        // Composed and decomposed: one name to a reader of it.
        let fault = try fault("z.writestr('\\u00e9', b'1'); z.writestr('e\\u0301', b'2')")
        #expect(fault?.reason == .repeatedName)
        #expect(try self.fault("z.writestr('a', b'1'); z.writestr('a/', b'')")?.reason == .repeatedName)
    }

    @Test(arguments: [0o120777, 0o020644, 0o060644, 0o140644])
    func linksAndDevicesAreRefused(_ mode: Int) throws {
        let entry = "i = zipfile.ZipInfo('x'); i.create_system = 3; i.external_attr = \(mode) << 16"
        #expect(try fault("\(entry); z.writestr(i, '/etc')") == ArchiveError(.notAFile, entry: "x"))
    }

    @Test func foldersAreLeftOut() throws {
        let path = try scratch.pythonArchive("z.writestr('a/', b''); z.writestr('a/b', b'1')")
        #expect(try ZipReader(path: path).entries.map(\.name) == ["a/b"])
    }

    @Test func anArchiveThatSaysTwoThingsIsRefused() throws {
        // The directory's names, which most tools go by, exchanged, renamed, or with the contents exchanged.
        let written = "z.writestr('a', b'1'); z.writestr('b', b'2'); one, two = z.filelist; "
        for lie in [
            "one.filename, two.filename = 'b', 'a'", "two.filename = 'c'", "z.filelist.reverse()",
            "one.header_offset, two.header_offset = two.header_offset, one.header_offset",
            "z.comment = b'PK'",
        ] {
            let fault = try fault(written + lie)
            #expect(fault?.reason == .damaged || fault?.reason == .truncated, "\(lie): \(String(describing: fault))")
        }
    }

    @Test func bytesBeforeOrAfterAreRefused() throws {
        _ = try scratch.pythonArchive("z.writestr('a', b'1')")
        let whole = try scratch.read("a.zip")
        for bytes in [[1] + whole, whole + [0], whole + whole, whole.prefix(32) + whole] {
            try scratch.write(Array(bytes), to: "b.zip")
            #expect(reason { _ = try ZipReader(path: scratch.file("b.zip")) } != nil)
        }
    }

    @Test func otherMethodsAreRefused() throws {
        for method in ["ZIP_BZIP2", "ZIP_LZMA"] {
            let fault = try fault("z.writestr('x', b'1' * 1000, compress_type=zipfile.\(method))")
            #expect(fault?.reason == .unsupportedMethod)
            #expect(fault?.entry == "x")
        }
    }

    @Test func encryptedEntriesAreRefused() throws {
        try scratch.write([UInt8](repeating: 1, count: 100), to: "x")
        let made = try scratch.run(["zip", "-P", "secret", "a.zip", "x"])
        #expect(made.status == 0, "\(made.output)")
        #expect(reason { _ = try ZipReader(path: scratch.file("a.zip")) } == .encrypted)
    }

    @Test func moreEntriesThanAllowedAreRefused() throws {
        let script = "for n in range(11): z.writestr(str(n), b'')"
        #expect(try fault(script, maximumEntries: 10)?.reason == .tooManyEntries)
        #expect(try ZipReader(path: scratch.file("a.zip"), maximumEntries: 11).entries.count == 11)
    }

    @Test func aBombStopsAtTheLimit() throws {
        let path = try scratch.pythonArchive("z.writestr('x', b'0' * 10**7, compress_type=zipfile.ZIP_DEFLATED)")
        let reader = try ZipReader(path: path)
        #expect(throws: ArchiveError(.tooLarge, entry: "x", "at most 9999999 bytes")) {
            try reader.read("x", limit: 9_999_999)
        }
        #expect(try reader.read("x", limit: 10_000_000).count == 10_000_000)
    }

    @Test func aBombThatLiesAboutItsSizeStopsAtTheLimit() throws {
        let path = try scratch.pythonArchive("z.writestr('x', b'0' * 10**7, compress_type=zipfile.ZIP_DEFLATED)")
        var bytes = try scratch.read("a.zip")
        let size: [UInt8] = [0x80, 0x96, 0x98, 0x00]
        for place in bytes.indices.dropLast(3) where Array(bytes[place..<place + 4]) == size {
            bytes.replaceSubrange(place..<place + 4, with: [10, 0, 0, 0])
        }
        try scratch.write(bytes, to: "a.zip")
        let reader = try ZipReader(path: path)
        #expect(reader.entries.first?.size == 10)
        var seen = 0
        let refused = reason { try reader.stream("x", limit: 100, chunkSize: 10) { seen += $0.count } }
        #expect(refused == .tooLarge || refused == .damaged)
        #expect(seen <= 100)
    }

    @Test func aWrongChecksumIsNamed() throws {
        let path = try scratch.pythonArchive("z.writestr('first', b'same'); z.writestr('second', b'abcCDefg')")
        var bytes = try scratch.read("a.zip")
        let place = try #require(bytes.indices.dropLast(7).first { bytes[$0...].starts(with: "abcCDefg".utf8) })
        bytes[place] ^= 1
        try scratch.write(bytes, to: "a.zip")
        let reader = try ZipReader(path: path)
        #expect(try reader.read("first", limit: 4) == Array("same".utf8))
        let error = #expect(throws: ArchiveError.self) { try reader.read("second", limit: 100) }
        #expect(error?.reason == .wrongChecksum)
        #expect(error?.entry == "second")
    }

    @Test func whatIsNoArchiveIsSaidToBeNone() throws {
        for bytes in [[], [0x50], Array("7z\u{BC} is no zip, nor near it".utf8), [UInt8](repeating: 0, count: 9999)] {
            try scratch.write(bytes, to: "a.zip")
            #expect(throws: ArchiveError(.notZip)) { try ZipReader(path: scratch.file("a.zip")) }
        }
        #expect(reason { _ = try ZipReader(path: scratch.file("absent")) } == .file)
        #expect(reason { _ = try ZipReader(path: scratch.path) } == .file)
        try scratch.run(["tar", "cf", "a.tar", "a.zip"])
        #expect(throws: ArchiveError(.notZip)) { try ZipReader(path: scratch.file("a.tar")) }
    }

    @Test func anEmptyArchiveHasNoEntries() throws {
        let reader = try ZipReader(path: try scratch.pythonArchive("pass"))
        #expect(reader.entries.isEmpty)
        #expect(throws: ArchiveError(.noSuchEntry, entry: "x")) { try reader.read("x", limit: 1) }
    }

    @Test func piecesHaveTheSizeAskedFor() throws {
        let path = try scratch.pythonArchive("z.writestr('x', b'0123456789', compress_type=zipfile.ZIP_DEFLATED)")
        var counts: [Int] = []
        try ZipReader(path: path).stream("x", chunkSize: 4) { counts.append($0.count) }
        #expect(counts == [4, 4, 2])
    }
}
