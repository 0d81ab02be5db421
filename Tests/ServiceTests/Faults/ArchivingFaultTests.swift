import Storage
import Synchronization
import Testing

@testable import Service

/// Storage fails at every single call of archiving, in every way: the register's paper has the next stamp or has it not,
/// is valid either way, the journal agrees with it, and whoever is told anything is told the truth.
@Suite(.serialized) struct ArchivingFaultTests {
    private static let unit = ManyUnits.name(0)

    @Test(arguments: FaultPlan.Kind.allCases)
    func thePaperIsStampedOnceAndWhole(_ kind: FaultPlan.Kind) async throws {
        let time = TestTime.present
        try await TestFolder.use { template in
            try await ManyUnits.lay(in: template, 1, at: time.now)
            let signer = try await DecisionTrial.laySigner(in: template, at: time.now)
            try await TrialTimestampAuthority.run { authority in
                try await OpenOffice.run(in: template, time: time, stamps: authority) {
                    try await DecisionTrial($0, signer).issue()
                }
                let isTold = Mutex<Bool?>(nil)
                try await FaultWalk.run(over: template, kind, time: time, stamps: authority) { office in
                    let isDone: Void? = try? await DecisionTrial(office, signer).archive(Self.unit)
                    // A service that has died tells nobody anything.
                    isTold.withLock { $0 = kind.isDeath ? nil : isDone != nil }
                } finish: { office in
                    let isDone = isTold.withLock { isTold in
                        defer { isTold = nil }
                        return isTold
                    }
                    try await Self.finish(isDone: isDone, DecisionTrial(office, signer))
                }
            }
        }
    }

    /// - Parameter isDone: what whoever asked was told; nil where that was nothing.
    private static func finish(isDone: Bool?, _ trial: DecisionTrial) async throws {
        let stamps = try await trial.stamps(of: unit)
        if let isDone { #expect(stamps == (isDone ? 1 : 0), "told \(isDone)") }
        #expect(try await archivings(trial) == stamps)
        #expect(try await trial.areAllValid())
        if stamps == 0 { try await trial.archive(unit) }
        #expect(try await trial.stamps(of: unit) == 1)
        #expect(try await archivings(trial) == 1)
        #expect(try await trial.areAllValid())
    }

    /// How many the journal has.
    private static func archivings(_ trial: DecisionTrial) async throws -> Int {
        try await trial.lines().count { $0 == "decision.archive \(DecisionTrial.firstNumber)-QĐ/ĐU" }
    }
}
