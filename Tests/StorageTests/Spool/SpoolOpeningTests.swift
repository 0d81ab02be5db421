import Foundation
import GRDB
import StrictEncoding
import TestSupport
import Testing

@testable import Storage

@Suite struct SpoolOpeningTests {
    private let place: Installation
    private let folder: DataFolder
    private var database: String { place.layout.round(place.roundID) + "/spool.sqlite" }
    private var key: String { "\(place.layout.spoolKeys)/\(Base64URL.encode(place.roundID)).key" }

    init() throws {
        place = try Installation()
        folder = try place.open()
    }

    private func makeSpool(of slips: Int) async throws {
        let spool = try await place.spool(contests: 2, in: folder)
        for number in 0..<slips { _ = try await spool.cast(TestSlip(number, contests: 2)) }
        try await spool.shutDown()
    }

    private func open() async throws { _ = try await place.opened(in: folder) }

    @Test func aRoundHasOneSpool() async throws {
        try await makeSpool(of: 1)
        await expectCode(.exists) { _ = try await place.spool(contests: 1, in: folder) }
        #expect(try await place.opened(in: folder).counts.slips == 1)
    }

    @Test func aSpoolHasOneHolder() async throws {
        let spool = try await place.spool(contests: 1, in: folder)
        await expectCode(.locked) { try await open() }
        _ = try await spool.cast(TestSlip(1, contests: 1))
    }

    @Test func aHalfMadeSpoolIsRemovedAndMadeAnew() async throws {
        try await makeSpool(of: 3)
        let halfMade = try TemporaryFolder.bytes(of: database)
        try FileManager.default.removeItem(atPath: key)
        try TemporaryFolder.write([1, 2], to: key + ".new")
        #expect(!folder.holding(of: place.roundID).hasSpoolKey)
        await expectCode(.missing) { try await open() }
        #expect(try TemporaryFolder.bytes(of: database) == halfMade)
        #expect(try await place.spool(contests: 5, in: folder).counts.slips == 0)
        #expect(!FileManager.default.fileExists(atPath: key + ".new"))
    }

    @Test func aDamagedSpoolIsRefused() async throws {
        try await makeSpool(of: 100)
        let whole = try TemporaryFolder.bytes(of: database)
        for count in [0, 1000, whole.count / 2, whole.count - 4096] {
            try TemporaryFolder.write(Array(whole.prefix(count)), to: database)
            await expectCode(.corrupt) { try await open() }
        }
        try TemporaryFolder.write([UInt8](repeating: 0x33, count: 9000), to: database)
        await expectCode(.corrupt) { try await open() }
        try FileManager.default.removeItem(atPath: database)
        await expectCode(.missing) { try await open() }
    }

    @Test func anotherRoundsKeyOrDatabaseIsRefused() async throws {
        try await makeSpool(of: 1)
        let other = [UInt8](repeating: 1, count: 32)
        try await folder.createSpool(of: other, tokenKeys: []).shutDown()
        let otherKey = "\(place.layout.spoolKeys)/\(Base64URL.encode(other)).key"
        let (mine, theirs) = (try TemporaryFolder.bytes(of: key), try TemporaryFolder.bytes(of: otherKey))
        try TemporaryFolder.write(theirs, to: key)
        await expectCode(.wrongKey) { try await open() }
        try TemporaryFolder.write(mine, to: key)
        try TemporaryFolder.write(TemporaryFolder.bytes(of: folder.layout.round(other) + "/spool.sqlite"), to: database)
        await expectCode(.corrupt) { try await open() }
    }

    @Test func aNewerSpoolIsRefused() async throws {
        try await makeSpool(of: 1)
        let newer = try DatabaseQueue(path: database)
        try await newer.write { try $0.execute(sql: "PRAGMA user_version = 2") }
        try newer.close()
        await expectCode(.newerSchema) { try await open() }
    }

    @Test func aRowUnderAnothersKeyIsNotBelieved() async throws {
        let spool = try await place.spool(contests: 1, in: folder)
        for number in 0..<2 { _ = try await spool.cast(TestSlip(number, contests: 1)) }
        try await spool.database.write { db in
            try db.execute(sql: "UPDATE slips SET value = (SELECT min(value) FROM slips)")
        }
        await spool.close()
        await expectCode(.corrupt) { try await place.writeBoxes(of: spool) }
    }
}
