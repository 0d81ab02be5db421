import SecretBallot
import Storage
import Testing

@testable import Service

/// Storage fails at every single call of every step, in every way; then the round is led to its end and checked.
@Suite(.serialized) struct FaultAtEachCallTests {
    /// A step, and the state that it leads to.
    struct Step: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let before: Stage
        let run: @Sendable (OpenOffice, LaidRound, Acknowledged) async throws -> Void
    }

    static let steps = [
        Step(testDescription: "issuing", before: .frozen) { office, _, _ in try await office.desk.beginIssuing() },
        Step(testDescription: "voting", before: .issuing) { office, _, _ in
            try await office.desk.beginVoting()
        },
        Step(testDescription: "coming late, and voting", before: .voting) { try await comeLate($0, $1, $2) },
        Step(testDescription: "closing", before: .voting) { office, _, _ in try await office.desk.close() },
        Step(testDescription: "sealing", before: .closing) { office, _, _ in try await office.desk.seal() },
        Step(testDescription: "opening", before: .sealed) { office, laid, _ in try await office.open(laid) },
        Step(testDescription: "certifying", before: .opened) { office, _, _ in
            try await office.desk.certify()
        },
        Step(testDescription: "cancelling", before: .voting) { office, _, _ in
            try await office.desk.cancel(reason: "Hoãn")
        },
    ]

    private static func comeLate(
        _ office: OpenOffice, _ laid: LaidRound, _ acknowledged: Acknowledged
    ) async throws {
        let (voter, code) = (laid.round.manifest.voters[laid.devices.count], laid.round.codes[laid.devices.count])
        try await office.desk.mark([voter.id: .present])
        _ = try await LaidRound.vote(code, laid.round.manifest, office.desk, acknowledged)
    }

    @Test(arguments: steps, FaultPlan.Kind.allCases)
    func theRoundGoesOnAndLosesNothing(_ step: Step, _ kind: FaultPlan.Kind) async throws {
        try await TestFolder.use { template in
            let laid = try await LaidRound(
                in: template, [.frozen, .issuing].contains(step.before) ? step.before : .voting, voters: 2, absent: 1)
            try await OpenOffice.run(in: template) { try await $0.advance(laid, to: step.before) }
            let isCancelled = step.testDescription == "cancelling"
            let acknowledged = Acknowledged(laid.slips)
            try await FaultWalk.run(over: template, kind) { office in
                acknowledged.begin(with: laid.slips)
                try await step.run(office, laid, acknowledged)
            } finish: { office in
                try await Self.expectOpen(office, after: step, kind, laid, acknowledged)
                try await Self.finish(office, laid, acknowledged, isCancelled: isCancelled)
            }
        }
    }

    /// A closing or sealing that failed has given back what it took, before anybody repeats it; but where the register did
    /// not answer for a while, nobody knew that it failed.
    private static func expectOpen(
        _ office: OpenOffice, after step: Step, _ kind: FaultPlan.Kind, _ laid: LaidRound, _ acknowledged: Acknowledged
    ) async throws {
        let (state, live) = (try await office.state(), try office.desk.live)
        guard state == step.before, kind != .failsForAWhile || live?.rollCall.state == state else { return }
        if step.testDescription == "closing" { try await expectOneEnd(office, laid, acknowledged) }
        if step.testDescription == "sealing" { for slip in laid.slips { _ = try await live?.cast(slip) } }
    }

    /// Voting goes on where nothing was fixed; else nobody is given tokens, and the step taken again is the same.
    private static func expectOneEnd(
        _ office: OpenOffice, _ laid: LaidRound, _ acknowledged: Acknowledged
    ) async throws {
        guard let bytes = try await office.desk.requireLive().spool.closing() else {
            return try await comeLate(office, laid, acknowledged)
        }
        await #expect(throws: Problem.self) { try await comeLate(office, laid, acknowledged) }
        try await office.desk.close()
        let (known, kept) = (try await office.desk.published(.closing), try KeptClosing(stored: bytes))
        #expect(known == kept.closing)
    }

    private static func finish(
        _ office: OpenOffice, _ laid: LaidRound, _ acknowledged: Acknowledged, isCancelled: Bool
    ) async throws {
        if isCancelled {
            try await office.desk.cancel(reason: "Hoãn")
        } else {
            try await office.advance(laid, to: .certified)
            #expect(try await office.audit(.certified) == [])
            #expect(acknowledged.slips.isSubset(of: try await office.slips(laid)))
        }
        let left = office.office.tools.storage.holding(of: laid.round.manifest.roundID.bytes)
        #expect(!left.hasSpoolKey && !left.hasSpoolDatabase && !left.hasUnfinishedBoxes)
        #expect(left.hasBoxes == !isCancelled)
    }
}

extension OpenOffice {
    func open(_ laid: LaidRound) async throws {
        let seal = try SealDocument(try await desk.require(.seal), of: try await desk.manifest()).seal
        try await desk.open(with: laid.share(for: seal))
    }

    /// Takes each step from where the round is to `stage`, as its staff would.
    func advance(_ laid: LaidRound, to stage: Stage) async throws {
        while try await state() != stage {
            switch try await state() {
            case .frozen: try await desk.beginIssuing()
            case .issuing: try await desk.beginVoting()
            case .voting: try await desk.close()
            case .closing: try await desk.seal()
            case .sealed: try await open(laid)
            case .opened: try await desk.certify()
            case .draft, .certified, .cancelled: return
            }
        }
        // What a step that failed left to be done is done by its repetition.
        if stage == .sealed { try await desk.seal() }
    }

    func slips(_ laid: LaidRound) async throws -> Set<[UInt8]> {
        var bytes: [UInt8] = []
        try await desk.boxes().read { bytes += $0 }
        return Set(try BoxContents(bytes, of: laid.round.manifest).boxes.joined())
    }
}
