import Storage
import Synchronization
import Testing

@testable import Service

/// Storage fails at every single call of every step about decisions, in every way: no number is lost or given twice,
/// nothing stands half issued, the journal has a line for what was issued and none for what was not, whoever is told
/// anything is told the truth, and asking again leads to the end.
@Suite(.serialized) struct DecisionFaultTests {
    struct Step: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var before: @Sendable (DecisionTrial) async throws -> Void = { _ in }
        var numbersBefore: [String: Int] = [:]
        let run: @Sendable (DecisionTrial) async throws -> Void

        /// When it was repeated until it was taken.
        let numbers: [String: Int]
        let lines: [String]
    }

    static let steps = [
        Step(
            testDescription: "issuing two papers", run: { try await $0.issue() },
            numbers: ["cb-01": 41, "cb-02": 42], lines: ["decision.issue 41-QĐ/ĐU, 42-QĐ/ĐU"]),
        Step(
            testDescription: "issuing one paper for all", run: { try await $0.issue(together: true) },
            numbers: ["cb-01": 41, "cb-02": 41], lines: ["decision.issue 41-QĐ/ĐU"]),
        Step(
            testDescription: "preparing", run: { try await $0.prepare() },
            numbers: ["cb-01 waits": 41, "cb-02 waits": 42], lines: ["decision.prepare 41-QĐ/ĐU, 42-QĐ/ĐU"]),
        Step(
            testDescription: "taking back", before: { try await $0.prepare() },
            numbersBefore: ["cb-01 waits": 41, "cb-02 waits": 42], run: { try await $0.takeBack(41) },
            numbers: ["cb-02 waits": 42],
            lines: ["decision.prepare 41-QĐ/ĐU, 42-QĐ/ĐU", "decision.withdraw 41-QĐ/ĐU"]),
        Step(
            testDescription: "issuing what was taken back",
            before: {
                try await $0.prepare()
                try await $0.takeBack(41)
            }, numbersBefore: ["cb-02 waits": 42], run: { try await $0.issue(["cb-01"]) },
            numbers: ["cb-01": 41, "cb-02 waits": 42],
            lines: [
                "decision.prepare 41-QĐ/ĐU, 42-QĐ/ĐU", "decision.withdraw 41-QĐ/ĐU", "decision.issue 41-QĐ/ĐU",
            ]),
        Step(
            testDescription: "attaching a signature", before: { try await $0.prepare() },
            numbersBefore: ["cb-01 waits": 41, "cb-02 waits": 42], run: { try await $0.attach(41) },
            numbers: ["cb-01": 41, "cb-02 waits": 42],
            lines: ["decision.prepare 41-QĐ/ĐU, 42-QĐ/ĐU", "decision.attach 41-QĐ/ĐU"]),
        Step(
            testDescription: "affixing the body's seal", before: { try await $0.issue(["cb-01"]) },
            numbersBefore: ["cb-01": 41], run: { try await $0.affixBodySeal("cb-01") },
            numbers: ["cb-01 sealed": 41], lines: ["decision.issue 41-QĐ/ĐU", "decision.seal 41-QĐ/ĐU"]),
        Step(
            testDescription: "annulling", before: { try await $0.issue() },
            numbersBefore: ["cb-01": 41, "cb-02": 42], run: { try await $0.annul("cb-01") },
            numbers: ["cb-01": 41, "cb-02": 42, "cb-01 ends": 43],
            lines: ["decision.issue 41-QĐ/ĐU, 42-QĐ/ĐU", "decision.annul 43-QĐ/ĐU"]),
    ]

    @Test(arguments: steps, FaultPlan.Kind.allCases)
    func numbersAndPapersAreWhole(_ step: Step, _ kind: FaultPlan.Kind) async throws {
        try await TestFolder.use { template in
            let signer = try await DecisionTrial.lay(in: template)
            try await OpenOffice.run(in: template) { try await step.before(DecisionTrial($0, signer)) }
            let isTold = Mutex<Bool?>(nil)
            try await FaultWalk.run(over: template, kind) { office in
                let isDone: Void? = try? await step.run(DecisionTrial(office, signer))
                // A service that has died tells nobody anything.
                isTold.withLock { $0 = kind.isDeath ? nil : isDone != nil }
            } finish: { office in
                let isDone = isTold.withLock { isTold in
                    defer { isTold = nil }
                    return isTold
                }
                try await Self.finish(step, isDone: isDone, DecisionTrial(office, signer))
            }
        }
    }

    /// - Parameter isDone: what the signer was told; nil where that was nothing.
    private static func finish(_ step: Step, isDone: Bool?, _ trial: DecisionTrial) async throws {
        let numbers = try await trial.numbers()
        if let isDone {
            #expect(numbers == (isDone ? step.numbers : step.numbersBefore), "told \(isDone)")
        }
        if numbers != step.numbers { try await step.run(trial) }
        #expect(try await trial.numbers() == step.numbers)
        #expect(try await trial.lines() == step.lines)
        #expect(try await trial.areAllValid())
    }
}
