import Storage
import Testing

/// Slips that come together are kept together: one transaction, an answer for each.
@Suite struct ManySlipsTests {
    private let place: Installation
    private let spool: any BallotSpool

    init() async throws {
        place = try Installation()
        spool = try await place.spool(contests: 7, in: place.open())
    }

    private func slips(_ numbers: some Sequence<Int>) -> [CastSlip] {
        numbers.map { TestSlip($0, contests: 7) }.map {
            CastSlip(slipID: $0.slipID, contest: $0.contest, bytes: $0.bytes)
        }
    }

    @Test func oneTransactionKeepsThemAll() async throws {
        let before = spool.counts.commits
        #expect(try await spool.cast(slips(0..<1_024)) == Array(repeating: .accepted, count: 1_024))
        #expect(spool.counts.commits == before + 1)
        #expect(spool.counts.slips == 1_024)
        #expect(try await spool.cast(slips(0..<1_024)) == Array(repeating: .repeated, count: 1_024))
        #expect(spool.counts.slips == 1_024)
        #expect(try await spool.cast([]) == [])
    }

    @Test func eachHasItsOwnAnswer() async throws {
        _ = try await spool.cast(slips([2]))
        let changed = TestSlip(4, contests: 7)
        _ = try await spool.cast(slips([4]))
        let other = CastSlip(slipID: changed.slipID, contest: changed.contest, bytes: changed.changed)
        let answers = try await spool.cast(slips([1, 2, 3]) + [other] + slips([3]))
        #expect(answers == [.accepted, .repeated, .accepted, .differs, .repeated])
        #expect(spool.counts.slips == 4)
    }

    @Test func whereOneIsNoSlipNoneIsKept() async throws {
        let short = CastSlip(slipID: slips([9])[0].slipID, contest: 1, bytes: [1])
        for wrong in [short, CastSlip(slipID: slips([9])[0].slipID, contest: 7, bytes: slips([9])[0].bytes)] {
            await expectCode(.malformed) { _ = try await spool.cast(slips([8]) + [wrong]) }
        }
        #expect(spool.counts.slips == 0)
        await spool.close()
        await expectCode(.closed) { _ = try await spool.cast(slips([8, 9])) }
    }

    /// Those who come alone are not kept waiting for a place behind those who come together.
    @Test func theyShareTheWriterWithOthers() async throws {
        async let many = spool.cast(slips(0..<1_000))
        async let alone = withThrowingTaskGroup(of: Admission.self) { group in
            for slip in slips(2_000..<2_300) {
                group.addTask { try await spool.cast(slipID: slip.slipID, contest: slip.contest, slip: slip.bytes) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let (one, other) = try await (many, alone)
        #expect(one.allSatisfy { $0 == .accepted } && other == Array(repeating: .accepted, count: 300))
        #expect(spool.counts.slips == 1_300)
    }
}
