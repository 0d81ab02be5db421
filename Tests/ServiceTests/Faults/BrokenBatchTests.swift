import Decisions
import Storage
import Testing

@testable import Service

/// More papers than are made at once, and something breaks in the middle: what was issued stands and has its line in the
/// journal, the other numbers come back, and asking again issues the rest.
@Suite(.serialized) struct BrokenBatchTests {
    private static let (batch, count) = (DecisionDesk.batch, DecisionDesk.batch + 3)

    /// Of each unit, as if nothing had broken.
    private static let numbers = Dictionary(
        uniqueKeysWithValues: (0..<count).map { (ManyUnits.name($0), DecisionTrial.firstNumber + $0) })

    /// The first batch has all of its stamps, or has not.
    @Test(arguments: [batch + 1, batch - 1])
    func theTimeStampAuthorityFailsAtTheNext(_ stamps: Int) async throws {
        let time = TestTime.present
        try await TestFolder.use { folder in
            let signer = try await Self.lay(in: folder, at: time.now)
            try await TrialTimestampAuthority.run(String(stamps)) { authority in
                try await OpenOffice.run(in: folder, time: time, stamps: authority) { office in
                    let trial = DecisionTrial(office, signer)
                    await #expect(throws: Problem.self) { try await trial.issue() }
                    try await Self.expect(stamps < Self.batch ? 0 : Self.batch, trial)
                }
            }
            try await OpenOffice.run(in: folder, time: time) { try await Self.finish(DecisionTrial($0, signer)) }
        }
    }

    @Test func theCertificateRunsOutBetweenTwoBatches() async throws {
        let time = TestTime()
        try await TestFolder.use { folder in
            let signer = try await Self.lay(in: folder, at: time.now)
            try await OpenOffice.run(in: folder, time: time) { office in
                let trial = DecisionTrial(office, signer)
                await #expect(throws: SigningRefusal.expired) {
                    try await trial.issue(whenNumbered: { $0 > Self.batch ? time.advance(by: 401 * 86_400) : () })
                }
                time.advance(by: -401 * 86_400)
                try await Self.expect(Self.batch, trial)
                try await Self.finish(trial)
            }
        }
    }

    /// At the second batch's two calls: giving numbers, and issuing.
    @Test(arguments: FaultPlan.Kind.allCases)
    func theRegisterFailsAtTheSecondBatch(_ kind: FaultPlan.Kind) async throws {
        try await TestFolder.use { template in
            let signer = try await Self.lay(in: template, at: TestTime().now)
            let calls = try await Self.calls(template, signer)
            for call in [calls - 1, calls] {
                try await TestFolder.useCopy(of: template) { folder in
                    let plan = FaultPlan()
                    try await OpenOffice.run(in: folder, faults: plan) { office in
                        let trial = DecisionTrial(office, signer)
                        plan.arm(call, kind)
                        let isDone: Void? = try? await trial.issue()
                        plan.disarm()
                        #expect(plan.hasStruck)
                        guard !plan.isDead else { return }
                        try await Self.expect(isDone == nil ? Self.batch : Self.count, trial)
                        try await Self.finish(trial)
                    }
                    try await OpenOffice.run(in: folder) { try await Self.finish(DecisionTrial($0, signer)) }
                }
            }
        }
    }

    // MARK: -

    private static func lay(in folder: String, at now: Int) async throws -> TrialSigner {
        try await ManyUnits.lay(in: folder, count, at: now)
        return try await DecisionTrial.laySigner(in: folder, at: now)
    }

    /// How many calls issuing all of them makes.
    private static func calls(_ template: String, _ signer: TrialSigner) async throws -> Int {
        try await TestFolder.useCopy(of: template) { folder in
            let plan = FaultPlan()
            try await OpenOffice.run(in: folder, faults: plan) { office in
                plan.arm(.max, .fails)
                try await DecisionTrial(office, signer).issue()
                plan.disarm()
            }
            return plan.calls
        }
    }

    /// The first `issued` units have the numbers that are theirs, and the journal says so.
    private static func expect(_ issued: Int, _ trial: DecisionTrial) async throws {
        let present = try await trial.numbers()
        #expect(present == numbers.filter { $0.value < DecisionTrial.firstNumber + issued })
        let written = try await trial.lines().flatMap {
            $0.replacing("decision.issue ", with: "").split(separator: ", ").map(String.init)
        }
        #expect(written == present.values.sorted().map { "\($0)-QĐ/ĐU" })
    }

    private static func finish(_ trial: DecisionTrial) async throws {
        try await trial.issue()
        try await expect(count, trial)
    }
}
