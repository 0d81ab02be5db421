import SecretBallot
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Service

/// A sealing failed in a service that lives on, and the round is cancelled: what must go goes, boxes that the sealing left
/// behind too, and what was sealed stays.
@Suite(.serialized) struct CancelAfterSealingTests {
    @Test(arguments: FaultPlan.Kind.allCases.filter { !$0.isDeath })
    func nothingStaysButWhatWasSealed(_ kind: FaultPlan.Kind) async throws {
        try await TestFolder.use { template in
            let laid = try await LaidRound(in: template, voters: 2)
            let withBoxes = Mutex(0)
            try await FaultWalk.run(over: template, kind) { office in
                try await office.desk.seal()
            } finish: { office in
                let state = try await office.state()
                if !state.isSealed, office.holding(laid).hasBoxes { withBoxes.withLock { $0 += 1 } }
                try await Self.finish(office, laid, isSealed: state.isSealed)
            }
            // What storage cannot clear up while it fails is there when somebody cancels.
            #expect(withBoxes.withLock { $0 } > 0 || kind != .failsForAWhile)
        }
    }

    private static func finish(_ office: OpenOffice, _ laid: LaidRound, isSealed: Bool) async throws {
        guard !isSealed else {
            await #expect(throws: Problem.self) { try await office.desk.cancel(reason: "Hoãn") }
            #expect(try await office.slips(laid) == laid.slips)
            return
        }
        try await office.desk.cancel(reason: "Hoãn")
        #expect(try await office.state() == .cancelled)
        let left = office.holding(laid)
        #expect(!left.hasSpoolKey && !left.hasSpoolDatabase && !left.hasBoxes && !left.hasUnfinishedBoxes)
    }

    /// They may be the only copy of what somebody sealed: they stay, and so does the spool beside them.
    @Test func boxesThatTheSpoolDoesNotHoldStay() async throws {
        try await TestFolder.use { folder in
            let files = try await Files(in: folder)
            let foreign: [UInt8] = [0, 0, 0, 1] + [UInt8](repeating: 7, count: 473) + [UInt8](repeating: 0, count: 28)
            try await OpenOffice.run(in: folder) { office async throws in
                try TemporaryFolder.write(foreign, to: files.path(.boxes))
                for _ in 0..<2 {
                    await #expect(throws: StorageError.self) { try await office.desk.cancel(reason: "Hoãn") }
                    #expect(try TemporaryFolder.bytes(of: files.path(.boxes)) == foreign)
                    #expect(office.holding(files.laid).hasSpool)
                }
                try files.remove(.boxes)
                try await office.desk.cancel(reason: "Hoãn")
            }
            #expect(try files.kept().isEmpty)
        }
    }
}

extension OpenOffice {
    fileprivate func holding(_ laid: LaidRound) -> RoundHolding {
        office.tools.storage.holding(of: laid.round.manifest.roundID.bytes)
    }
}
