import Client
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// Several at the same time.
@Suite struct VoterRaceTests {
    @Test func ofAVotersDevicesOneGetsTokens() async throws {
        try await PreparedRound.run { round in
            for voter in 0..<4 {
                let answers = try await Self.together(8) { _ in
                    let device = try VotingDevice(round.manifest, code: round.codes[voter])
                    return try await round.post("tokens", device.tokenRequest.json)
                }
                let codes = answers.map { $0.code ?? "\($0.status)" }.sorted()
                #expect(codes == ["200"] + [String](repeating: "already-issued", count: 7))
            }
            #expect(try await round.service.voter.status(of: round.roundID).turnout?.issued == 4)
        }
    }

    @Test func aSlipCastFiftyTimesIsOneSlipWithFiftyReceipts() async throws {
        try await PreparedRound.run { round in
            var device = try await round.device(0)
            try device.mark([Choice](repeating: .second, count: 8))
            let slip = device.slips[5]
            let answers = try await Self.together(50) { _ in try await round.cast(slip) }
            for answer in answers {
                #expect(answer.status == 200)
                #expect(Receipt.isValid(try answer.member("receipt").bytes(), for: slip, of: round.manifest))
            }
            let boxes = try await Self.boxes(sealing: round)
            #expect(boxes == [slip])
        }
    }

    @Test func ofTwoSlipsOfOneTokenOneGetsReceipts() async throws {
        try await PreparedRound.run { round in
            let device = try await round.device(0)
            var (first, second) = (device, device)
            try first.mark([Choice](repeating: .first, count: 8))
            try second.mark([Choice](repeating: .second, count: 8))
            let pair = [first.slips[0], second.slips[0]]
            let answers = try await Self.together(20) { index in
                (slip: pair[index % 2], answer: try await round.cast(pair[index % 2]))
            }
            let accepted = Set(answers.filter { $0.answer.status == 200 }.map(\.slip))
            #expect(accepted.count == 1)
            let refused = answers.filter { $0.answer.code == "slip-differs" }
            #expect(refused.count == 10)
            #expect(try await Self.boxes(sealing: round) == Array(accepted))
        }
    }

    /// A receipt promises that the slip is in the sealed box, whenever it was given.
    @Test func whatGetsAReceiptWhileTheBoxIsSealedIsInIt() async throws {
        try await PreparedRound.run { round in
            var slips: [[UInt8]] = []
            for voter in 0..<6 { slips += try await SlipInputTests.slips(of: voter, round) }
            let all = slips
            async let answers = Self.together(all.count) { try await round.cast(all[$0]) }
            let sealed = Set(try await Self.boxes(sealing: round))
            for (slip, answer) in zip(all, try await answers) {
                #expect(answer.status == 200 || answer.code == "wrong-state", "\(answer.text)")
                #expect((answer.status == 200) == sealed.contains(slip))
            }
        }
    }

    private static func boxes(sealing round: TestRound) async throws -> [[UInt8]] {
        _ = try await round.seal([])
        return try BoxContents(try await round.service.voter.boxes(of: round.manifest), of: round.manifest)
            .boxes.flatMap { $0 }
    }

    /// The results in the order of the calls, all begun before one is awaited.
    static func together<Value: Sendable>(
        _ count: Int, _ body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> [Value] {
        try await withThrowingTaskGroup(of: (Int, Value).self) { tasks in
            for index in 0..<count { tasks.addTask { (index, try await body(index)) } }
            var values: [Int: Value] = [:]
            for try await (index, value) in tasks { values[index] = value }
            return (0..<count).compactMap { values[$0] }
        }
    }
}
