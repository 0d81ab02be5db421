import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct BoxesTests {
    private let place: Installation
    private let folder: DataFolder

    init() throws {
        place = try Installation()
        folder = try place.open()
    }

    @Test(arguments: [(0, 1), (1, 1), (50, 7), (2000, 3), (5, 240)])
    func holdEverySlipBySlipID(_ count: Int, _ contests: Int) async throws {
        let spool = try await place.spool(contests: contests, in: folder)
        let slips = (0..<count).map { TestSlip($0, contests: contests) }
        for slip in slips { _ = try await spool.cast(slip) }
        await spool.close()
        try await place.writeBoxes(of: spool)
        let expected = (0..<contests).map { contest in
            slips.filter { $0.contest == contest }
                .sorted { $0.slipID.lexicographicallyPrecedes($1.slipID) }
                .map(\.bytes)
        }
        #expect(try parseBoxes(TemporaryFolder.bytes(of: place.boxes)) == expected)
    }

    @Test func areNotWrittenWhileSlipsComeIn() async throws {
        let spool = try await place.spool(contests: 1, in: folder)
        await expectCode(.wrongState(present: "open")) { try await place.writeBoxes(of: spool) }
        #expect(!FileManager.default.fileExists(atPath: place.boxes))
    }

    @Test func areTheSameWhateverTheOrderOfArrival() async throws {
        let other = try Installation()
        let folders = [folder, try other.open()]
        var files: [[UInt8]] = []
        for (place, numbers) in zip([place, other], [Array(0..<40), Array((0..<40).reversed())]) {
            let spool = try await place.spool(contests: 2, in: folders[files.count])
            for number in numbers { _ = try await spool.cast(TestSlip(number, contests: 2)) }
            await spool.close()
            try await place.writeBoxes(of: spool)
            files.append(try TemporaryFolder.bytes(of: place.boxes))
        }
        #expect(files[0] == files[1])
    }

    @Test func thatCannotBeWrittenLeaveNothing() async throws {
        let spool = try await place.spool(contests: 1, in: folder)
        await spool.close()
        await expectCode(.missing) {
            try await BoxesFile(place.temporary.path + "/nowhere/boxes.bin").write(from: spool)
        }
        try await place.writeBoxes(of: spool)
        #expect(try TemporaryFolder.bytes(of: place.boxes) == [0, 0, 0, 0])
    }

    // MARK: - Never replaced, never lost

    private func closedSpool(_ numbers: Range<Int>) async throws -> SQLiteSpool {
        let spool = try await place.spool(contests: 2, in: folder)
        for number in numbers { _ = try await spool.cast(TestSlip(number, contests: 2)) }
        await spool.close()
        return spool
    }

    /// The boxes of other slips than the spool's.
    private func writeOtherBoxes(_ numbers: Range<Int>) async throws -> [UInt8] {
        let other = try Installation()
        let spool = try await other.spool(contests: 2, in: other.open())
        for number in numbers { _ = try await spool.cast(TestSlip(number, contests: 2)) }
        await spool.close()
        try await other.writeBoxes(of: spool)
        let bytes = try TemporaryFolder.bytes(of: other.boxes)
        try TemporaryFolder.write(bytes, to: place.boxes)
        return bytes
    }

    @Test func areNotReplacedByOthers() async throws {
        let spool = try await closedSpool(0..<3)
        let others = try await writeOtherBoxes(0..<4)
        await expectCode(.exists) { try await place.writeBoxes(of: spool) }
        #expect(try TemporaryFolder.bytes(of: place.boxes) == others)
        #expect(!FileManager.default.fileExists(atPath: place.boxes + ".new"))
    }

    @Test func areWrittenAgainWhereTheyAreTheSame() async throws {
        let spool = try await closedSpool(0..<3)
        try await place.writeBoxes(of: spool)
        try await place.writeBoxes(of: spool)
    }

    @Test(arguments: [0..<0, 0..<3, 1..<2]) func goWhereTheSpoolHoldsEverySlip(_ numbers: Range<Int>) async throws {
        let spool = try await closedSpool(0..<3)
        _ = try await writeOtherBoxes(numbers)
        try TemporaryFolder.write([1], to: place.boxes + ".new")
        try await folder.boxes(of: place.roundID).remove(.heldBy(spool))
        #expect(!FileManager.default.fileExists(atPath: place.boxes))
        #expect(!FileManager.default.fileExists(atPath: place.boxes + ".new"))
        #expect(spool.counts.slips == 3)
    }

    @Test(arguments: [2..<4, 0..<4, 7..<8]) func stayWhereASlipIsInThemAlone(_ numbers: Range<Int>) async throws {
        let spool = try await closedSpool(0..<3)
        let others = try await writeOtherBoxes(numbers)
        await expectCode(.exists) { try await folder.boxes(of: place.roundID).remove(.heldBy(spool)) }
        #expect(try TemporaryFolder.bytes(of: place.boxes) == others)
    }

    /// Cut anywhere, what can be read of them decides.
    @Test func goWhereTheyAreCutAndTheSpoolIsWhole() async throws {
        let spool = try await closedSpool(0..<3)
        let whole = try await writeOtherBoxes(0..<3)
        for count in stride(from: 0, through: whole.count, by: 101) {
            try TemporaryFolder.write(Array(whole.prefix(count)), to: place.boxes)
            try await folder.boxes(of: place.roundID).remove(.heldBy(spool))
            #expect(!FileManager.default.fileExists(atPath: place.boxes))
        }
    }

    @Test func areRestoredOnlyToWhatWasSealed() async throws {
        let spool = try await closedSpool(0..<3)
        let damaged = try await writeOtherBoxes(0..<1)
        let boxes = folder.boxes(of: place.roundID)
        let isRefused = try await !boxes.restore(from: spool) { _ in false }
        #expect(isRefused)
        #expect(try TemporaryFolder.bytes(of: place.boxes) == damaged)
        let isRestored = try await boxes.restore(from: spool) { _ in true }
        #expect(isRestored)
        #expect(try parseBoxes(TemporaryFolder.bytes(of: place.boxes)).joined().count == 3)
        #expect(try TemporaryFolder.bytes(of: place.boxes + ".damaged") == damaged)
    }
}
