import Foundation
import StrictEncoding
import TestSupport
import Testing

@testable import Storage

@Suite struct SpoolDestructionTests {
    private let place: Installation
    private let folder: DataFolder

    init() throws {
        place = try Installation()
        folder = try place.open()
    }

    private var files: SpoolFiles { place.layout.spool(of: place.roundID) }

    private func leftovers() throws -> [String] {
        try TemporaryFolder.files(under: place.layout.root).keys
            .filter { $0.hasPrefix("spool-keys") || $0.contains("spool.sqlite") }.sorted()
    }

    @Test func leavesNothingAndIsRepeatable() async throws {
        let spool = try await place.spool(contests: 1, in: folder)
        _ = try await spool.cast(TestSlip(1, contests: 1))
        try await spool.destroy()
        try await spool.destroy()
        #expect(try leftovers().isEmpty)
        try await folder.destroySpool(of: place.roundID)
        #expect(!folder.holding(of: place.roundID).hasSpoolKey)
    }

    @Test func endsAllUse() async throws {
        let spool = try await place.spool(contests: 1, in: folder)
        try await spool.destroy()
        spool.reopen()
        await expectCode(.closed) { _ = try await spool.cast(TestSlip(1, contests: 1)) }
        await expectCode(.closed) { _ = try await spool.issuances() }
        await expectCode(.closed) { _ = try await spool.tokenKeys() }
        await expectCode(.missing) { _ = try await place.opened(in: folder) }
    }

    /// What is wiped is read through a second name of the same file.
    @Test func wipesWhatItUnlinks() async throws {
        let spool = try await place.spool(contests: 1, in: folder)
        for number in 0..<50 { _ = try await spool.cast(TestSlip(number, contests: 1)) }
        let paths = [files.key, files.database, files.database + "-wal"]
        for path in paths { try FileManager.default.linkItem(atPath: path, toPath: path + ".link") }
        try await spool.destroy()
        for path in paths {
            let bytes = try TemporaryFolder.bytes(of: path + ".link")
            #expect(!bytes.isEmpty && bytes.allSatisfy { $0 == 0 }, "\(path)")
        }
    }

    /// Each state that a crash can leave between two steps.
    @Test(arguments: 0..<6) func isFinishedAfterACrash(_ step: Int) async throws {
        let spool = try await place.spool(contests: 1, in: folder)
        _ = try await spool.cast(TestSlip(1, contests: 1))
        try await spool.shutDown()
        try TemporaryFolder.write([1, 2, 3], to: files.database + "-wal")
        if step >= 1 { try FileManager.default.moveItem(atPath: files.key, toPath: files.key + ".dead") }
        if step >= 2 { try TemporaryFolder.write([0, 0, 0], to: files.key + ".dead") }
        if step >= 3 { try FileManager.default.removeItem(atPath: files.key + ".dead") }
        if step >= 4 { try TemporaryFolder.write([0, 0], to: files.database) }
        if step >= 5 { try FileManager.default.removeItem(atPath: files.database) }
        if step >= 1 { await expectCode(.missing) { _ = try await place.opened(in: folder) } }
        try await folder.destroySpool(of: place.roundID)
        #expect(try leftovers().isEmpty)
    }
}
