import Logging
import SecretBallot
import StrictEncoding
import Synchronization
import TestSupport
import Testing

@testable import Relay

@Suite struct RoundRunnerTests {
    private let world: MixWorld
    private let service: FakeService
    private let storage: MemoryStorage
    private let clock = TestClock()

    init() throws {
        let world = try MixWorld.shared.get()
        try self.init(world, FakeService(world.manifest), MemoryStorage())
    }

    private var roundID: RoundID { world.manifest.roundID }

    /// A relay of a life of its own over the same disk and service.
    private func desk(memory: Int = 1 << 30) throws -> RelayDesk {
        try RelayDesk(
            RelayTools(
                key: world.relayKey, storage: storage, service: service, clock: clock,
                generator: SystemRandomNumberGenerator(), issuer: MixWorld.issuer, memory: memory,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
    }

    private func handOver(_ numbers: [Int], atLeast: [Int] = [], to desk: RelayDesk) throws {
        for (place, number) in numbers.enumerated() {
            let wanted = place < atLeast.count ? atLeast[place] : 1
            try desk.take(world.member(number).handover(atLeast: wanted), of: roundID)
        }
    }

    private func close(_ numbers: [Int]) throws {
        let closing = try world.closing(numbers.map { world.member($0) })
        service.state.withLock { $0.closing = closing }
    }

    private func messages(_ numbers: [Int]) -> [[UInt8]] {
        numbers.flatMap { number in
            let bundle = world.member(number).bundle
            return (0..<bundle.count).map(bundle.message)
        }
    }

    private func statements() throws -> [RelayStatement] {
        let closing = try ClosingDocument(
            try #require(service.state.withLock { $0.closing }).closing, of: world.manifest
        ).closing
        let statements = service.state.withLock { $0.statements }
        for statement in statements { #expect(statement.isValid(for: closing, of: world.manifest)) }
        return statements
    }

    // MARK: - A round

    /// Phones, pages and the service ask at the same moment: none is sent away, and one carries the round through.
    @Test func whoeverAsksAboutANewRoundAtOnceIsAnswered() async throws {
        let desk = try desk()
        service.state.withLock { $0.isSlow = true }
        let runners = try await withThrowingTaskGroup(of: RoundRunner?.self) { [roundID] group in
            for _ in 0..<16 { group.addTask { try await desk.adopt(roundID) } }
            return try await group.reduce(into: []) { runners, runner in runners.append(runner) }
        }
        #expect(runners.count == 16 && runners.count { $0 != nil } == 1)
        #expect(try desk.voterCount(of: roundID) == 0)
    }

    @Test func carriesARoundThrough() async throws {
        let desk = try desk()
        let runner = try #require(try await desk.adopt(roundID))
        try handOver([0, 1, 2, 3], to: desk)
        clock.after(30) { [self] in try? close([0, 1, 2, 3]) }
        try await runner.run()
        let sent = service.state.withLock { $0.sent }
        #expect(sent.count == 1)
        #expect(try Set(MessageList.parse(sent[0], as: "sent")) == Set(messages([0, 1, 2, 3])))
        #expect(try statements().map(\.voters) == [4])
        #expect(try statements().map(\.relay) == [1])
        #expect(clock.now >= 1_795_000_030)
        // A week later answers are gone.
        #expect(try desk.answer(for: world.member(0).bundle.hash, of: roundID) == .lost)
        #expect(storage.kept.withLock { $0[roundID]?.isFinished } == true)
    }

    @Test func answersAreHandedOutWhenAllAreThere() async throws {
        let desk = try desk()
        let runner = try #require(try await desk.adopt(roundID))
        try handOver([0, 1], to: desk)
        try close([0, 1])
        let hash = world.member(1).bundle.hash
        service.state.withLock { $0.faults = [.silence, .silence] }
        clock.after(0.4) { [self] in
            #expect((try? desk.answer(for: hash, of: roundID)) == .sending(voters: 2))
        }
        clock.after(3_600) { [self] in
            let answers = messages([1]).map(FakeService.answer)
            #expect((try? desk.answer(for: hash, of: roundID)) == .answers(answers, voters: 2))
        }
        try await runner.run()
    }

    @Test func aRequestIsRepeatedByteForByteUntilItIsAnsweredWhole() async throws {
        let desk = try desk()
        let runner = try #require(try await desk.adopt(roundID))
        try handOver([0, 1], to: desk)
        try close([0, 1])
        let good = [UInt8](repeating: 1, count: SlipAnswer.messageByteCount)
        let wrong: [[[UInt8]]] = [
            [], [good], Array(repeating: good, count: 5), [good, good, good, good.dropLast()],
            [good, good, good, good + [0]],
        ]
        service.state.withLock { state in
            state.faults =
                [.silence] + wrong.map { .answer(MessageList.encoded($0)) }
                + [.answer([]), .answer(MessageList.encoded(Array(repeating: good, count: 4)) + [0])]
        }
        try await runner.run()
        let (sent, passes) = service.state.withLock { ($0.sent, $0.passes) }
        #expect(sent.count == 9 && Set(sent).count == 1)
        let closing = try ClosingDocument(
            try #require(service.state.withLock { $0.closing }).closing, of: world.manifest
        ).closing
        #expect(passes.allSatisfy { $0.relay == 1 && $0.isValid(for: sent[0], closing: closing, of: world.manifest) })
        #expect(try statements().count == 1)
    }

    @Test func nobodyIsAMixToo() async throws {
        let desk = try desk()
        let runner = try #require(try await desk.adopt(roundID))
        try close([0])
        try await runner.run()
        #expect(service.state.withLock { $0.sent.isEmpty })
        #expect(try statements().map(\.voters) == [0])
    }

    // MARK: - Closing

    @Test func aClosingOfAnotherHandOrRollIsNone() async throws {
        let desk = try desk()
        let runner = try #require(try await desk.adopt(roundID))
        try handOver([0, 1], to: desk)
        let good = try world.closing([world.member(0), world.member(1)])
        let closing = try ClosingDocument(good.closing, of: world.manifest).closing
        let forged = try ClosingDocument(closing, signedBy: world.relayKey).bytes
        let other = try world.closing([world.member(0)])
        service.state.withLock { $0.closing = (forged, good.roll) }
        clock.after(10) { [service] in service.state.withLock { $0.closing = (good.closing, other.roll) } }
        clock.after(20) { [service] in
            #expect(service.state.withLock { $0.sent.isEmpty && $0.statements.isEmpty })
            service.state.withLock { $0.closing = good }
        }
        try await runner.run()
        #expect(try statements().map(\.voters) == [2])
    }

    /// One that the service made up, for devices of its own, would mix one voter with nobody.
    @Test func aRollThatVotersDidNotSignIsNone() async throws {
        let desk = try desk()
        let runner = try #require(try await desk.adopt(roundID))
        try handOver([0, 1], to: desk)
        let (one, two) = (world.member(0).entry, world.member(1).entry)
        let unsigned = RollEntry(
            voter: two.voter, deviceKey: two.deviceKey, tokenRequests: two.tokenRequests, signature: one.signature)
        let empty = RollEntry(
            voter: two.voter, deviceKey: two.deviceKey, tokenRequests: [], signature: two.signature)
        let made =
            try [unsigned, empty].map { try world.closing(RollEntry.roll([one, $0])) }
            + [try world.closing(RollEntry.roll([two, one]))]
        let good = try world.closing([world.member(0), world.member(1)])
        for (number, closing) in (made + [good]).enumerated() {
            clock.after(Double(10 * number + 1)) { [service] in
                #expect(service.state.withLock { $0.sent.isEmpty && $0.statements.isEmpty })
                service.state.withLock { $0.closing = closing }
            }
        }
        try await runner.run()
        #expect(try statements().map(\.voters) == [2])
    }

    // MARK: - A life that ended

    /// It knows that it held something, and waits for it before it says of how many ballots it mixed.
    @Test func whoLostBallotsWaitsUntilTheyAreHandedOverAgain() async throws {
        let first = try desk()
        _ = try await first.adopt(roundID)
        try handOver([0, 1, 2], to: first)
        try close([0, 1, 2])
        let second = try desk()
        clock.after(40) { [self] in try? handOver([0, 1], to: second) }
        clock.after(70) { [self] in
            #expect(service.state.withLock { $0.sent.isEmpty })
            try? handOver([2], to: second)
        }
        try await #require(second.unfinished.first).run()
        #expect(try statements().map(\.voters) == [3])
    }

    @Test func killedAgainBeforeAllAreBackItStillWaitsForAll() async throws {
        let first = try desk()
        _ = try await first.adopt(roundID)
        try handOver([0, 1, 2], to: first)
        try handOver([0], to: try desk())
        try close([0, 1, 2])
        let third = try desk()
        clock.after(40) { [self] in try? handOver([0], to: third) }
        clock.after(70) { [self] in try? handOver([1, 2], to: third) }
        try await #require(third.unfinished.first).run()
        #expect(try statements().map(\.voters) == [3])
    }

    /// Somebody else in a member's name is not whom it waits for.
    @Test func whoComesInAnothersNameDoesNotEndTheWait() async throws {
        let first = try desk()
        _ = try await first.adopt(roundID)
        try handOver([0, 1], to: first)
        try close([0, 1])
        let (second, stranger) = (try desk(), try world.member(1, device: 9))
        clock.after(10) { [self] in
            try? second.take(stranger.handover(atLeast: 1), of: roundID)
            try? handOver([0], to: second)
        }
        clock.after(60) { [self] in try? handOver([1], to: second) }
        try await #require(second.unfinished.first).run()
        #expect(try statements().map(\.voters) == [2])
        #expect(second.counts.contested == 1 && second.counts.offRoll == 1)
    }

    @Test func itDoesNotWaitForEver() async throws {
        let first = try desk()
        _ = try await first.adopt(roundID)
        try handOver([0, 1], to: first)
        try close([0, 1])
        let (second, began) = (try desk(), clock.now)
        clock.after(100) { [self] in try? handOver([1], to: second) }
        clock.after(119) { [service] in #expect(service.state.withLock { $0.statements.isEmpty }) }
        try await #require(second.unfinished.first).run()
        #expect(try statements().map(\.voters) == [1])
        #expect(clock.now >= began + 120)
    }

    // MARK: - Small mixes

    @Test func membersHaveTwoMinutesToLower() async throws {
        let desk = try desk()
        let runner = try #require(try await desk.adopt(roundID))
        try handOver([0, 1, 2], atLeast: [2, 2, 6], to: desk)
        try close([0, 1, 2])
        let (start, last) = (clock.now, world.member(2))
        let end = start + 120
        clock.after(60) { [roundID] in
            #expect((try? desk.answer(for: last.bundle.hash, of: roundID)) == .lowering(until: end))
            #expect(throws: Never.self) { try desk.take(last.handover(atLeast: 3), of: roundID) }
        }
        let (sentAt, service) = (Noted(), service)
        clock.after(70) { sentAt.note(service.state.withLock { $0.sent.count }) }
        try await runner.run()
        // Nobody is left out any more: there is nothing left to wait for.
        #expect(sentAt.value == 1 && clock.now > start)
        #expect(try statements().map(\.voters) == [3])
    }

    @Test func whoeverDoesNotLowerIsLeftOut() async throws {
        let desk = try desk()
        let runner = try #require(try await desk.adopt(roundID))
        try handOver([0, 1, 2], atLeast: [2, 2, 6], to: desk)
        try close([0, 1, 2])
        let (before, after, service) = (Noted(), Noted(), service)
        clock.after(118) { before.note(service.state.withLock { $0.sent.count }) }
        clock.after(124) { after.note(service.state.withLock { $0.sent.count }) }
        try await runner.run()
        #expect(before.value == 0 && after.value == 1)
        #expect(try statements().map(\.voters) == [2])
        #expect(try desk.answer(for: world.member(2).bundle.hash, of: roundID) == .unsent(voters: 2))
    }

    // MARK: - Killed

    /// Killed before and after each step to the outside, and begun again: one order is ever sent, each request in the
    /// same bytes, and one statement says of how many.
    @Test func killedAnywhereItMixesOnce() async throws {
        let steps = try await life(until: nil).steps
        #expect(steps >= 5)
        for step in 0..<steps {
            for isAfter in [false, true] { try await life(until: Killing.Point(step: step, isAfter: isAfter)) }
        }
    }

    @discardableResult
    private func life(until point: Killing.Point?) async throws -> Killing {
        let (service, storage, killing) = (FakeService(world.manifest), MemoryStorage(), Killing(at: point))
        let tests = try RoundRunnerTests(world, service, storage)
        service.state.withLock { [closing = try world.closing((0..<3).map { world.member($0) })] in
            $0.closing = closing
        }
        service.kill(at: killing)
        storage.kill(at: killing)
        let first = try tests.desk()
        let runner = try #require(try await first.adopt(roundID))
        try tests.handOver([0, 1, 2], to: first)
        let wasKilled = await (try? runner.run()) == nil
        #expect(wasKilled == (point != nil))
        service.kill(at: Killing())
        storage.kill(at: Killing())

        // Another life. What is held in memory only is handed over again, where the relay says that it was never sent.
        let second = try tests.desk()
        for number in 0..<3 {
            let member = world.member(number)
            do throws(RelayRefusal) {
                let answer = try second.answer(for: member.bundle.hash, of: roundID)
                #expect(answer == .lost, "\(String(describing: point))")
            } catch {
                #expect(error == .unknownBundle && service.state.withLock { $0.sent.isEmpty })
                try second.take(member.handover(atLeast: 1), of: roundID)
            }
        }
        for runner in second.unfinished { try await runner.run() }
        #expect(second.unfinished.isEmpty)
        let sent = Set(service.state.withLock { $0.sent })
        #expect(sent.count == 1, "\(String(describing: point))")
        #expect(try Set(MessageList.parse(sent.first ?? [], as: "sent")) == Set(messages([0, 1, 2])))
        #expect(Set(service.state.withLock { $0.statements.map(\.voters) }) == [3])
        return killing
    }

    private init(_ world: MixWorld, _ service: FakeService, _ storage: MemoryStorage) throws {
        (self.world, self.service, self.storage) = (world, service, storage)
    }
}

/// A number that an event leaves behind.
final class Noted: Sendable {
    private let number = Mutex<Int?>(nil)

    func note(_ value: Int) { number.withLock { $0 = value } }
    var value: Int? { number.withLock { $0 } }
}
