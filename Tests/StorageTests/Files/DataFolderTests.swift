import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite struct DataFolderTests {
    private let place: Installation
    private var database: String { place.layout.database }

    init() throws { place = try Installation() }

    @Test func opensAgainAndAgain() async throws {
        for round in 0..<3 {
            let folder = try place.open()
            try await folder.register.create(.draft("r\(round)"))
            #expect(try await folder.register.rounds().count == round + 1)
            try folder.close()
        }
    }

    @Test func keepsEverythingForThisAccountAlone() async throws {
        let folder = try place.open()
        let spool = try await place.spool(contests: 1, in: folder)
        _ = try await spool.cast(TestSlip(0, contests: 1))
        let root = place.layout.root
        for name in try FileManager.default.subpathsOfDirectory(atPath: root) + [""] {
            let attributes = try FileManager.default.attributesOfItem(atPath: root + "/" + name)
            let mode = try #require(attributes[.posixPermissions] as? Int)
            #expect(mode & 0o077 == 0, "\(name)")
        }
    }

    @Test func isCreatedOnce() throws {
        expectCode(.exists) { try DataFolder.create(place.layout) }
    }

    @Test func takesAMasterKeyFromElsewhere() throws {
        let key = place.temporary.path + "/elsewhere.key"
        try MasterKey.create(file: key)
        let layout = FolderLayout(root: place.temporary.path + "/other", masterKey: key)
        try DataFolder.create(layout)
        #expect(!FileManager.default.fileExists(atPath: layout.root + "/master.key"))
        _ = try DataFolder(opening: layout)
    }

    @Test func isMissingWhereNothingWasMade() {
        let layout = FolderLayout(root: place.temporary.path + "/nowhere")
        expectCode(.missing) { _ = try DataFolder(opening: layout) }
        #expect(!FileManager.default.fileExists(atPath: layout.root))
    }

    @Test func hasOneHolder() throws {
        let first = try place.open()
        expectCode(.locked) { _ = try place.open() }
        withExtendedLifetime(first) {}
    }

    @Test func isFreeAgainWhenItsHolderIsGone() throws {
        do { _ = try place.open() }
        _ = try place.open()
    }

    @Test func refusesAnotherMasterKey() throws {
        try FileManager.default.removeItem(atPath: place.layout.masterKey)
        expectCode(.missing) { _ = try place.open() }
        try MasterKey.create(file: place.layout.masterKey)
        expectCode(.wrongKey) { _ = try place.open() }
    }

    @Test func refusesAMasterKeyThatTheWorldCanRead() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place.layout.masterKey)
        expectCode(.unsafePermissions) { _ = try place.open() }
    }

    @Test(arguments: [1, 100, 5000, 50_000]) func refusesGarbageForADatabase(_ count: Int) throws {
        let garbage = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) }
        try TemporaryFolder.write(garbage, to: database)
        expectCode(.corrupt) { _ = try place.open() }
        #expect(try TemporaryFolder.bytes(of: database) == garbage)
    }

    @Test(arguments: [0, 1, 50, 90, 99]) func refusesATruncatedDatabase(_ percent: Int) throws {
        let whole = try TemporaryFolder.bytes(of: database)
        // Of the last page SQLite misses only what was not zero, so at least one is cut off.
        let count = min(whole.count * percent / 100, whole.count - 4096)
        try TemporaryFolder.write(Array(whole.prefix(count)), to: database)
        expectCode(.corrupt) { _ = try place.open() }
    }

    @Test func refusesADatabaseWithAPageOverwritten() throws {
        var bytes = try TemporaryFolder.bytes(of: database)
        for position in 8192..<12_288 { bytes[position] = 0x5A }
        try TemporaryFolder.write(bytes, to: database)
        expectCode(.corrupt) { _ = try place.open() }
    }

    @Test func refusesAnotherProgramsDatabase() throws {
        try FileManager.default.removeItem(atPath: database)
        let other = try DatabaseQueue(path: database)
        try other.write { try $0.execute(sql: "CREATE TABLE t (a)") }
        try other.close()
        expectCode(.corrupt) { _ = try place.open() }
    }

    @Test func refusesANewerSchema() throws {
        let newer = try DatabaseQueue(path: database)
        try newer.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')") }
        try newer.close()
        expectCode(.newerSchema) { _ = try place.open() }
    }
}
