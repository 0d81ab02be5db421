import OpenSSLKit
import Testing

@testable import Storage

@Suite struct SpoolTests {
    private let place: Installation
    private let folder: DataFolder

    init() throws {
        place = try Installation()
        folder = try place.open()
    }

    private func issuance(_ voter: Int, _ digest: UInt8, _ batch: [UInt8] = [1, 2, 3]) -> Issuance {
        Issuance(voter: voter, batchDigest: [UInt8](repeating: digest, count: 32), batch: batch)
    }

    @Test func everyCommitIsSynced() async throws {
        let pragmas = try await place.spool(contests: 1, in: folder).pragmas()
        #expect(pragmas == ["synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2])
    }

    @Test(arguments: [0, 1, 240]) func givesTheTokenKeysBackInOrder(_ contests: Int) async throws {
        let spool = try await place.spool(contests: contests, in: folder)
        #expect(spool.contests == contests)
        let keys = try await spool.tokenKeys().map(\.unwipedCopy)
        #expect(try keys == (0..<contests).map { try SecretBytes.stand(for: $0).unwipedCopy })
    }

    @Test func theGatewaysKeyIsKeptWithTheTokens() async throws {
        let key = try SecretBytes(random: 32)
        let made = try await folder.createSpool(
            of: place.roundID, tokenKeys: [.stand(for: 0)], gatewayKey: SecretBytes(copying: key.unwipedCopy))
        #expect(try await made.gatewayKey()?.unwipedCopy == key.unwipedCopy)
        #expect(made.contests == 1)
        try await made.shutDown()
        let spool = try await place.opened(in: folder)
        #expect(try await spool.gatewayKey()?.unwipedCopy == key.unwipedCopy)
        #expect(try await spool.tokenKeys().count == 1)
        try await spool.destroy()
        let other = try await place.spool(contests: 1, in: folder)
        #expect(try await other.gatewayKey() == nil)
    }

    @Test func aVoterHasOneIssuance() async throws {
        let spool = try await place.spool(contests: 1, in: folder)
        #expect(try await spool.issue(issuance(5, 1)) == .accepted)
        #expect(try await spool.issue(issuance(5, 1, [9])) == .repeated)
        #expect(try await spool.issue(issuance(5, 2)) == .differs)
        #expect(try await spool.issue(issuance(2, 2, [])) == .accepted)
        #expect(try await spool.issuance(of: 5) == issuance(5, 1))
        #expect(try await spool.issuance(of: 6) == nil)
        #expect(try await spool.issuances() == [issuance(2, 2, []), issuance(5, 1)])
        #expect(spool.counts.issued == 2)
    }

    @Test func theFirstClosingIsFinal() async throws {
        let spool = try await place.spool(contests: 2, in: folder)
        #expect(try await spool.closing() == nil)
        _ = try await spool.issue(issuance(1, 1))
        #expect(try await spool.keep(closing: [1, 2]) == .accepted)
        #expect(try await spool.keep(closing: [1, 2]) == .repeated)
        #expect(try await spool.keep(closing: []) == .differs)
        #expect(spool.counts.issued == 1 && spool.counts.slips == 0)
        await spool.close()
        await expectCode(.closed) { _ = try await spool.keep(closing: [1, 2]) }
        try await spool.shutDown()
        let again = try await place.opened(in: folder)
        #expect(try await again.closing() == [1, 2])
        #expect(try await again.tokenKeys().count == 2)
        try await again.destroy()
        #expect(try await place.spool(contests: 2, in: folder).closing() == nil)
    }

    @Test func theFirstSlipOfASlipIDIsFinal() async throws {
        let spool = try await place.spool(contests: 3, in: folder)
        let slip = TestSlip(1, contests: 3)
        #expect(try await spool.cast(slip) == .accepted)
        #expect(try await spool.cast(slip) == .repeated)
        #expect(try await spool.cast(slipID: slip.slipID, contest: 1, slip: slip.changed) == .differs)
        #expect(try await spool.cast(slipID: slip.slipID, contest: 2, slip: slip.bytes) == .differs)
        #expect(spool.counts.slips == 1)
    }

    @Test func refusesWhatIsNoSlipOrIssuance() async throws {
        let spool = try await place.spool(contests: 2, in: folder)
        let slip = TestSlip(1, contests: 2)
        for contest in [-1, 2, Int.max, Int.min] {
            await expectCode(.malformed) {
                _ = try await spool.cast(slipID: slip.slipID, contest: contest, slip: slip.bytes)
            }
        }
        await expectCode(.malformed) { _ = try await spool.cast(slipID: [], contest: 0, slip: slip.bytes) }
        for bytes in [slip.bytes + [0], slip.bytes.dropLast(), []] {
            await expectCode(.malformed) { _ = try await spool.cast(slipID: slip.slipID, contest: 0, slip: bytes) }
        }
        await expectCode(.malformed) { _ = try await spool.issue(issuance(-1, 1)) }
        await expectCode(.malformed) { _ = try await spool.issue(Issuance(voter: 1, batchDigest: [1], batch: [])) }
    }

    @Test func oneOfAHundredAtOnceIsTheFirst() async throws {
        let spool = try await place.spool(contests: 1, in: folder)
        let slip = TestSlip(1, contests: 1)
        let answers = try await withThrowingTaskGroup(of: (Admission, Admission).self) { group in
            for task in 0..<100 {
                let issuance = issuance(7, UInt8(task))
                group.addTask {
                    let bytes = task % 2 == 0 ? slip.bytes : slip.changed
                    return (
                        try await spool.issue(issuance),
                        try await spool.cast(slipID: slip.slipID, contest: 0, slip: bytes)
                    )
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { $0.0 == .accepted } == 1 && answers.count { $0.0 == .differs } == 99)
        #expect(answers.count { $0.1 == .accepted } == 1 && answers.count { $0.1 == .differs } == 50)
        #expect(spool.counts.issued == 1 && spool.counts.slips == 1)
    }

    @Test func aRestartKeepsAllThatWasAccepted() async throws {
        let spool = try await place.spool(contests: 4, in: folder)
        for number in 0..<200 { _ = try await spool.cast(TestSlip(number, contests: 4)) }
        _ = try await spool.issue(issuance(3, 3))
        try await spool.shutDown()
        await expectCode(.closed) { _ = try await spool.cast(TestSlip(200, contests: 4)) }
        let again = try await place.opened(in: folder)
        #expect(again.counts == SpoolCounts(issued: 1, slips: 200, commits: 0))
        for number in 0..<200 { #expect(try await again.cast(TestSlip(number, contests: 4)) == .repeated) }
        #expect(try await again.issuances() == [issuance(3, 3)])
    }

    @Test func callersShareCommits() async throws {
        let spool = try await place.spool(contests: 4, in: folder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<64 {
                group.addTask {
                    for step in 0..<20 {
                        let answer = try await spool.cast(TestSlip(task * 20 + step, contests: 4))
                        #expect(answer == .accepted)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(spool.counts.slips == 1280)
        #expect(spool.counts.commits < 1280 / 4)
    }

    @Test func closesAfterAnsweringAllItTook() async throws {
        let spool = try await place.spool(contests: 1, in: folder)
        let accepted = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<300 {
                group.addTask { (try? await spool.cast(TestSlip(number, contests: 1))) == .accepted }
            }
            await spool.close()
            let taken = spool.counts.slips
            let accepted = await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            #expect(accepted == taken)
            return accepted
        }
        #expect(spool.counts.slips == accepted)
        await expectCode(.closed) { _ = try await spool.cast(TestSlip(1000, contests: 1)) }
        spool.reopen()
        #expect(try await spool.cast(TestSlip(1000, contests: 1)) == .accepted)
    }
}
