import Foundation
import GRDB
import Glibc
import OpenSSLKit
import TestSupport
import Testing

@testable import Storage

@Suite struct FullDiskTests {
    private let place: Installation

    init() throws { place = try Installation() }

    /// Casts from many callers until some are refused for want of room.
    private func fill(
        _ spool: any BallotSpool, from start: Int
    ) async -> (accepted: [Int], errors: Set<StorageError.Code>) {
        await withTaskGroup(of: (Int, Admission?, StorageError.Code?).self) { group in
            for number in start..<start + 6000 {
                group.addTask {
                    do {
                        return (number, try await spool.cast(TestSlip(number, contests: 1)), nil)
                    } catch {
                        return (number, nil, (error as? StorageError)?.code)
                    }
                }
            }
            return await group.reduce(into: (accepted: [], errors: [])) { result, answer in
                if answer.1 == .accepted { result.accepted.append(answer.0) }
                if let code = answer.2 { result.errors.insert(code) }
            }
        }
    }

    /// Until one is refused for want of room.
    private func fillOneByOne(_ spool: any BallotSpool, from first: Int) async -> [Int] {
        var accepted: [Int] = []
        await expectCode(.full) {
            for number in first... {
                _ = try await spool.cast(TestSlip(number, contests: 1))
                accepted.append(number)
            }
        }
        return accepted
    }

    private func expectAll(_ accepted: [Int], in spool: any BallotSpool) async throws {
        #expect(spool.counts.slips == accepted.count)
        for number in accepted { #expect(try await spool.cast(TestSlip(number, contests: 1)) == .repeated) }
    }

    @Test func byALimitOfPagesLosesNothingAcknowledged() async throws {
        let folder = try place.open()
        let spool = try await place.spool(contests: 1, in: folder)
        try await spool.setPageLimit(60)
        let (accepted, errors) = await fill(spool, from: 0)
        #expect(!accepted.isEmpty && errors == [.full])
        try await expectAll(accepted, in: spool)
        try await spool.setPageLimit(1 << 20)
        #expect(try await spool.cast(TestSlip(7_000_000, contests: 1)) == .accepted)
    }

    /// On a real file system with no room; only root can mount one.
    @Test(.enabled(if: SmallDisk.isAvailable, "mounting a small tmpfs needs root: only the limit of pages was tried"))
    func byARealDiskLosesNothingAcknowledged() async throws {
        let disk = try SmallDisk(megabytes: 3)
        let layout = FolderLayout(root: disk.path + "/data")
        try DataFolder.create(layout)
        let folder = try DataFolder(opening: layout)
        let spool = try await folder.createSpool(of: place.roundID, tokenKeys: [SecretBytes(random: 32)])
        let ballast = disk.path + "/ballast"
        try TemporaryFolder.write([UInt8](repeating: 1, count: 1 << 20), to: ballast)
        var (accepted, errors) = await fill(spool, from: 0)
        #expect(!accepted.isEmpty && errors == [.full])
        // A group that did not fit may have left room for a slip or two.
        accepted += await fillOneByOne(spool, from: 7_000_000)
        try FileManager.default.removeItem(atPath: ballast)
        #expect(try await spool.cast(TestSlip(8_000_000, contests: 1)) == .accepted)
        accepted.append(8_000_000)
        try await expectAll(accepted, in: spool)
        try await spool.destroy()
        try folder.close()
    }
}

extension SQLiteSpool {
    fileprivate func setPageLimit(_ pages: Int) async throws {
        try await database.writeWithoutTransaction { db in
            _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages)")
        }
    }
}
