import ArchiveKit
import Foundation
import Recognition
import TestSupport
import Testing

@testable import SecretBallot

/// A record as it comes back from people's disks: what is only packed anew is audited, all else is said to be what it is.
@Suite final class ArchivedRecordTests {
    private let folder: TemporaryFolder
    private let record: MemoryRecord

    init() throws {
        record = try SealedRoundParts(DamageRounds.ground(.one)).record()
        folder = try TemporaryFolder()
    }

    private func path(_ name: String) -> String { folder.file(name) }

    /// The record's files under a prefix, among others.
    private func archive(
        _ name: String, under prefix: String = "", with others: [String] = [], without missing: Set<RecordFile> = []
    ) throws -> String {
        let writer = try ZipWriter(path: path(name), modified: 1_797_570_000)
        for other in others { try writer.add(other, bytes: [0, 5, 22, 7]) }
        for (file, bytes) in record.documents where !missing.contains(file) {
            try writer.add(prefix + file.rawValue, bytes: bytes)
        }
        try writer.finish()
        return path(name)
    }

    private func unpacked(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
        for (file, bytes) in record.documents {
            try Data(bytes).write(to: URL(filePath: path(name)).appending(path: file.rawValue))
        }
        return path(name)
    }

    private func fault(_ path: String) -> RecordFileFault? {
        #expect(throws: RecordFileFault.self) { try ArchivedRecord(path: path) }
    }

    private func fault(_ bytes: [UInt8]) throws -> RecordFileFault? {
        let path = path(UUID().uuidString)
        try Data(bytes).write(to: URL(filePath: path))
        return fault(path)
    }

    // MARK: - The same files, in another container

    @Test(arguments: [
        ("", []), ("record/", []), ("phieu-kin 2026/record/", []), ("Hồ sơ/", ["__MACOSX/Hồ sơ/._manifest.json"]),
        ("record/", ["__MACOSX/._record", ".DS_Store", "record/.DS_Store", "record/._seal.json"]),
        ("", ["Thumbs.db", "desktop.ini", "__MACOSX/._manifest.json"]),
        ("record/", ["__MACOSX/record/manifest.json", "notes.txt"]),
    ])
    func whatIsOnlyPackedAnewIsAudited(prefix: String, others: [String]) throws {
        let record = try ArchivedRecord(path: archive("a.zip", under: prefix, with: others))
        #expect(Audit.run(record).faults == [])
        #expect(record.names.contains("manifest.json"))
        #expect(!record.names.contains { $0.contains("DS_Store") || $0.contains("MACOSX") })
    }

    @Test func aFolderIsAudited() throws {
        let folder = try unpacked("folder")
        try Data([1]).write(to: URL(filePath: folder + "/.DS_Store"))
        #expect(Audit.run(try ArchivedRecord(path: folder)).faults == [])
        #expect(Audit.run(try ArchivedRecord(path: unpacked("outer/inner") + "/..")).faults == [])
    }

    @Test func whatAnotherToolPackedIsAudited() throws {
        let folder = try unpacked("record")
        try #require(Command.run(["python3", "-m", "zipfile", "-c", path("b.zip"), folder]).status == 0)
        #expect(Audit.run(try ArchivedRecord(path: path("b.zip"))).faults == [])
    }

    @Test func aFileMissingInTheWrappingIsAFaultOfTheRecord() throws {
        let path = try archive("c.zip", under: "record/", with: ["tally.json"], without: [.tally])
        #expect(Audit.run(try ArchivedRecord(path: path)).faults.map(\.place) == ["tally.json"])
    }

    @Test func linksInAFolderAreNotFollowed() throws {
        let folder = try unpacked("folder")
        try FileManager.default.moveItem(atPath: folder + "/tally.json", toPath: path("tally.json"))
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/tally.json", withDestinationPath: path("tally.json"))
        #expect(Audit.run(try ArchivedRecord(path: folder)).faults.map(\.place) == ["tally.json"])
    }

    // MARK: - Another file

    @Test func aBrokenDownloadIsToldByItsEnd() throws {
        let whole = [UInt8](try Data(contentsOf: URL(filePath: archive("a.zip"))))
        for count in [10, whole.count / 2, whole.count - 23, whole.count - 1] {
            #expect(try fault(Array(whole.prefix(count))) == .truncated, "\(count) bytes")
        }
    }

    @Test(arguments: [
        ("<!DOCTYPE html><html>", RecordFileFault.webPage), ("\u{FEFF}\n <html lang=vi>", .webPage),
        ("<?xml version=\"1.0\"?>", .webPage), ("{\"code\":\"wrong-state\"}", .refusal), ("", .empty),
        ("%PDF-1.7\n", .paper), ("\u{1F}\u{8B}", .noRecord), ("hồ sơ", .noRecord), ("PK", .truncated),
    ])
    func whatIsNoArchiveIsSaidToBeWhatItIs(text: String, expected: RecordFileFault) throws {
        #expect(try fault(Array(text.utf8)) == expected)
    }

    @Test func packedTwiceIsSaidToBe() throws {
        let whole = [UInt8](try Data(contentsOf: URL(filePath: archive("a.zip"))))
        #expect(try fault(Gzip.compress(whole)) == .compressed)
        let writer = try ZipWriter(path: path("outer.zip"), modified: 1_797_570_000)
        try writer.add("__MACOSX/._record.zip", bytes: [0])
        try writer.add("record.zip", bytes: whole)
        try writer.finish()
        #expect(fault(path("outer.zip")) == .nested)
    }

    @Test func otherArchivesAreNoRecords() throws {
        #expect(fault(try archive("a.zip", without: Set(RecordFile.allCases))) == .noRecord)
        #expect(fault(try archive("b.zip", without: [.manifest])) == .noRecord)
        #expect(fault(try archive("c.zip", under: "one/", with: ["two/manifest.json"])) == .noRecord)
        #expect(fault(path("none")) == .missing)
        #expect(fault(folder.path) == .noRecord)
    }

    @Test func changedLineEndsAreSaidToBe() throws {
        let folder = try unpacked("folder")
        let manifest = String(decoding: record.documents[.manifest] ?? [], as: UTF8.self)
        try Data(manifest.replacing("\n", with: "\r\n").utf8).write(to: URL(filePath: folder + "/manifest.json"))
        #expect(fault(folder) == .lineEnds)
    }

    /// A maker who ends lines so from the start has another manifest, which is the one that the rest names.
    @Test func aManifestMayHaveBeenMadeWithThem() throws {
        let folder = try unpacked("folder")
        let manifest = Array(
            String(decoding: record.documents[.manifest] ?? [], as: UTF8.self).replacing("\n", with: "\r\n").utf8)
        let attendance = String(decoding: record.documents[.attendance] ?? [], as: UTF8.self)
            .replacing(
                RoundID(ofManifest: record.documents[.manifest] ?? []).description,
                with: RoundID(ofManifest: manifest).description)
        try Data(manifest).write(to: URL(filePath: folder + "/manifest.json"))
        try Data(attendance.utf8).write(to: URL(filePath: folder + "/attendance.json"))
        #expect(throws: Never.self) { try ArchivedRecord(path: folder) }
    }

    @Test(arguments: RecordFileFault.allCases)
    func eachSaysWhatToDoInBothLanguages(_ fault: RecordFileFault) {
        for text in [fault.text, fault.advice] {
            #expect(!text.vietnamese.isEmpty && !text.english.isEmpty && text.vietnamese != text.english)
        }
    }
}
