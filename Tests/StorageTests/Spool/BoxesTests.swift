import Foundation
import Storage
import Testing

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
        try await spool.writeBoxes(to: place.boxes)
        let expected = (0..<contests).map { contest in
            slips.filter { $0.contest == contest }
                .sorted { $0.slipID.lexicographicallyPrecedes($1.slipID) }
                .map(\.bytes)
        }
        #expect(try parseBoxes(TemporaryFolder.bytes(of: place.boxes)) == expected)
    }

    @Test func areNotWrittenWhileSlipsComeIn() async throws {
        let spool = try await place.spool(contests: 1, in: folder)
        await expectCode(.wrongState(present: "open")) { try await spool.writeBoxes(to: place.boxes) }
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
            try await spool.writeBoxes(to: place.boxes)
            files.append(try TemporaryFolder.bytes(of: place.boxes))
        }
        #expect(files[0] == files[1])
    }

    @Test func thatCannotBeWrittenLeaveNothing() async throws {
        let spool = try await place.spool(contests: 1, in: folder)
        await spool.close()
        await expectCode(.missing) { try await spool.writeBoxes(to: place.temporary.path + "/nowhere/boxes.bin") }
        try await spool.writeBoxes(to: place.boxes)
        #expect(try TemporaryFolder.bytes(of: place.boxes) == [0, 0, 0, 0])
    }
}
