import Foundation
import Logging
import SecretBallot
import Synchronization
import TestSupport
import Testing

@testable import Relay

/// Rounds that end at the service without the relay: sealed over it, cancelled, or gone.
@Suite struct RoundEndingTests {
    private let world: MixWorld
    private let service: FakeService
    private let clock = TestClock()

    init() throws {
        world = try MixWorld.shared.get()
        service = FakeService(world.manifest)
    }

    private var roundID: RoundID { world.manifest.roundID }
    private static let week = RoundRunner.keepingTime

    private func desk(_ storage: any RelayStorage) throws -> RelayDesk {
        try RelayDesk(
            RelayTools(
                key: world.relayKey, storage: storage, service: service, clock: clock,
                generator: SystemRandomNumberGenerator(), issuer: MixWorld.issuer, memory: 1 << 30,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
    }

    private func handOver(_ numbers: [Int], to desk: RelayDesk) throws {
        for number in numbers { try desk.take(world.member(number).handover(atLeast: 1), of: roundID) }
    }

    private func close(_ numbers: [Int]) throws {
        let closing = try world.closing(numbers.map { world.member($0) })
        service.state.withLock { $0.closing = closing }
    }

    private func answer(_ number: Int, _ desk: RelayDesk) throws(RelayRefusal) -> RelayRound.Answer {
        try desk.answer(for: world.member(number).bundle.hash, of: roundID)
    }

    private func messages(_ number: Int) -> [[UInt8]] {
        let bundle = world.member(number).bundle
        return (0..<bundle.count).map(bundle.message)
    }

    /// The runner up to so many seconds, and what holds then.
    private func run(
        _ runner: RoundRunner, until seconds: Double, _ look: @escaping @Sendable () -> Void
    ) async throws {
        let looked = Noted()
        clock.after(seconds) {
            look()
            looked.note(1)
            withUnsafeCurrentTask { $0?.cancel() }
        }
        _ = try? await Task { try await runner.run() }.value
        #expect(looked.value == 1)
    }

    // MARK: - Never mixed

    /// Cancelled while members vote, or sealed with the secretary's word that the relay is silent.
    @Test(arguments: [false, true]) func whatWasHeldIsToldToHaveEnded(isClosed: Bool) async throws {
        let (storage, service) = (MemoryStorage(), service)
        let desk = try desk(storage)
        let runner = try #require(try await desk.adopt(roundID))
        try handOver([0, 1], to: desk)
        clock.after(30) { [self] in
            if isClosed { try? close([0, 1]) }
            service.end(world, bySeal: isClosed)
        }
        try await run(runner, until: Double(Self.week)) { [self] in
            for number in 0..<3 { #expect((try? answer(number, desk)) == .ended) }
            #expect((try? desk.voterCount(of: roundID)) == 2)
            #expect(desk.counts.rounds == 0 && desk.counts.bytes == 0)
            #expect(throws: RelayRefusal.mixed) {
                try desk.take(world.member(2).handover(atLeast: 1), of: roundID)
            }
        }
        #expect(service.state.withLock { $0.sent.isEmpty && $0.statements.isEmpty })
        #expect(storage.kept.withLock { $0[roundID]?.endedAt } != nil)
    }

    /// What a service can say for nothing, or has another sign, lets nobody go.
    @Test(arguments: FakeService.Ending.allCases) func aWordAloneEndsNothing(ending: FakeService.Ending) async throws {
        let (storage, service) = (MemoryStorage(), service)
        let desk = try desk(storage)
        let runner = try #require(try await desk.adopt(roundID))
        try handOver([0, 1], to: desk)
        clock.after(30) { [self] in service.end(world, by: ending) }
        // Meanwhile nothing is said to be over, and when voting closes it goes on as if that had not been said.
        clock.after(24 * 3_600) { [self] in
            for number in 0..<2 { #expect((try? answer(number, desk)) == .held) }
            service.state.withLock { $0.stage = nil }
            try? close([0, 1])
        }
        try await run(runner, until: 25 * 3_600) { [self] in
            for number in 0..<2 {
                #expect((try? answer(number, desk)) == .answers(messages(number).map(FakeService.answer), voters: 2))
            }
        }
        #expect(storage.kept.withLock { $0[roundID]?.endedAt } == nil)
    }

    @Test func aWordAloneForAWeekIsTheEnd() async throws {
        let storage = MemoryStorage()
        let desk = try desk(storage)
        let runner = try #require(try await desk.adopt(roundID))
        try handOver([0], to: desk)
        service.end(world, by: .nothing)
        let began = clock.now
        try await run(runner, until: Double(Self.week) - 60) { [self] in #expect((try? answer(0, desk)) == .held) }
        try await run(runner, until: 120) { [self] in #expect((try? answer(0, desk)) == .ended) }
        #expect(try #require(storage.kept.withLock { $0[roundID]?.endedAt }) >= began + Self.week)
    }

    @Test func aWeekLaterItIsForgottenAndNotTakenUpAgain() async throws {
        let storage = MemoryStorage()
        let desk = try desk(storage)
        let runner = try #require(try await desk.adopt(roundID))
        service.end(world)
        let began = clock.now
        try await runner.run()
        #expect(clock.now >= began + Self.week)
        #expect(!desk.knows(roundID) && storage.kept.withLock(\.isEmpty))
        await expectRefusal(.unknownRound) { _ = try await desk.adopt(roundID) }
    }

    /// The week goes on through the relay's lives, and what devices are told with it.
    @Test func killedAfterItsEndItIsStillOver() async throws {
        let storage = MemoryStorage()
        let first = try desk(storage)
        let runner = try #require(try await first.adopt(roundID))
        try handOver([0], to: first)
        service.end(world)
        try await run(runner, until: 24 * 3_600) {}
        let (second, began) = (try desk(storage), clock.now)
        #expect(try answer(0, second) == .ended)
        #expect(try second.voterCount(of: roundID) == 1)
        #expect(second.counts.rounds == 0)
        #expect(throws: RelayRefusal.mixed) { try handOver([0], to: second) }
        try await #require(second.unfinished.first).run()
        #expect(clock.now == began + Self.week - 24 * 3_600 && !second.knows(roundID))
    }

    /// Whoever was given its bundle back has the relay's word for ever.
    @Test func aReleaseOutlivesTheRound() async throws {
        let storage = MemoryStorage()
        let desk = try desk(storage)
        let runner = try #require(try await desk.adopt(roundID))
        try handOver([0], to: desk)
        _ = try desk.release(world.member(0).bundle.hash, world.member(0).release(), of: roundID)
        service.end(world)
        try await runner.run()
        #expect(try storage.rounds().first?.released.count == 1)
        #expect(throws: RelayRefusal.unknownBundle) { try answer(0, desk) }
        #expect(try answer(1, desk) == .ended)
    }

    /// Strangers may have as many rounds taken up as the service has.
    @Test func oneThatHoldsNothingMakesRoom() async throws {
        let storage = MemoryStorage()
        let desk = try desk(storage)
        let idle = try #require(try await desk.adopt(roundID))
        desk.held.withLock { held in
            for number in 0..<63 {
                guard let other = try? RoundID(Hash.digest([UInt8(number)])) else { continue }
                held.rounds[other] = RelayDesk.Known(
                    manifest: world.manifest, form: world.form, round: RelayRound(heldBefore: 1), order: nil,
                    isFinished: false)
            }
        }
        let another = try MixWorld(relayKey: world.relayKey).manifest
        service.state.withLock { $0.manifests[another.roundID] = another.bytes }
        #expect(try await desk.adopt(another.roundID) != nil)
        #expect(!desk.knows(roundID) && storage.kept.withLock { Set($0.keys) } == [another.roundID])
        #expect(desk.counts.rounds == 64)
        await #expect(throws: Killed.self) { try await idle.run() }
    }

    @Test func sixtyFourThatEndedLeaveRoomForMore() async throws {
        let desk = try desk(MemoryStorage())
        desk.held.withLock { held in
            for number in 0..<64 {
                guard let other = try? RoundID(Hash.digest([UInt8(number)])) else { continue }
                held.rounds[other] = RelayDesk.Known(
                    manifest: world.manifest, form: world.form, round: RelayRound(heldBefore: 1), order: nil,
                    isFinished: false)
            }
        }
        await expectRefusal(.full) { _ = try await desk.adopt(roundID) }
        let other = try RoundID(Hash.digest([0]))
        try desk.end(other, at: clock.now)
        #expect(try await desk.adopt(roundID) != nil)
    }

    // MARK: - Sealed while it waits, sends, or has sent

    @Test func sealedWhileItWaitsForOthersNothingIsSaidToBeSent() async throws {
        let desk = try desk(MemoryStorage())
        let (runner, service) = (try #require(try await desk.adopt(roundID)), service)
        try handOver([0, 1], to: desk)
        try desk.take(world.member(2).handover(atLeast: 9), of: roundID)
        try close([0, 1, 2])
        clock.after(60) { service.end(world) }
        try await run(runner, until: 1_000) { [self] in
            for number in 0..<3 { #expect((try? answer(number, desk)) == .ended) }
        }
        #expect(service.state.withLock { $0.sent.isEmpty })
    }

    /// What the gateway has had of it nobody knows: the box says.
    @Test func sealedWhileItSendsTheAnswersAreLost() async throws {
        let storage = MemoryStorage()
        let desk = try desk(storage)
        let (runner, service) = (try #require(try await desk.adopt(roundID)), service)
        try handOver([0, 1], to: desk)
        try desk.take(world.member(2).handover(atLeast: 9), of: roundID)
        try close([0, 1, 2])
        service.state.withLock { $0.faults = Array(repeating: .silence, count: 1_000) }
        clock.after(600) { service.end(world) }
        try await run(runner, until: 10_000) { [self] in
            for number in 0..<2 { #expect((try? answer(number, desk)) == .lost) }
            #expect((try? answer(2, desk)) == .ended)
            #expect(desk.counts.rounds == 0 && desk.counts.bytes == 0)
        }
        let sent = service.state.withLock { Set($0.sent) }
        #expect(sent.count == 1 && service.state.withLock { $0.statements.isEmpty })
        #expect(storage.kept.withLock { $0[roundID]?.isFinished } == true)
        let again = try self.desk(storage)
        #expect(again.unfinished.isEmpty)
        #expect(try answer(0, again) == .lost)
    }

    /// Its word is not taken any more; whoever handed over has the receipts all the same.
    @Test func sealedBeforeItsStatementTheAnswersAreHandedOut() async throws {
        let storage = MemoryStorage()
        let desk = try desk(storage)
        let (runner, service) = (try #require(try await desk.adopt(roundID)), service)
        try handOver([0], to: desk)
        try close([0])
        service.state.withLock { $0.refusesStatements = true }
        clock.after(300) { service.end(world) }
        try await run(runner, until: 10_000) { [self] in
            let answers = messages(0).map(FakeService.answer)
            #expect((try? answer(0, desk)) == .answers(answers, voters: 1))
        }
        #expect(storage.kept.withLock { $0[roundID]?.isFinished } == true)
        #expect(desk.unfinished.isEmpty)
    }

    // MARK: - Unknown to the service

    @Test func whatTheServiceDoesNotKnowForAWeekIsOver() async throws {
        let storage = MemoryStorage()
        let (first, service) = (try desk(storage), service)
        let runner = try #require(try await first.adopt(roundID))
        try handOver([0], to: first)
        service.state.withLock { $0.isForgotten = true }
        let began = clock.now
        try await run(runner, until: 3 * 24 * 3_600) { [self] in
            #expect((try? answer(0, first)) == .held)
        }
        // Another life goes on counting.
        let second = try desk(storage)
        try await run(#require(second.unfinished.first), until: 5 * 24 * 3_600) { [self] in
            #expect((try? answer(0, second)) == .ended)
        }
        #expect(try #require(storage.kept.withLock { $0[roundID]?.endedAt }) - began - Self.week <= 60)
    }

    /// A service that is being restored knows nothing for a while.
    @Test func whatItKnowsAgainGoesOn() async throws {
        let storage = MemoryStorage()
        let (desk, service) = (try desk(storage), service)
        let runner = try #require(try await desk.adopt(roundID))
        try handOver([0], to: desk)
        service.state.withLock { $0.isForgotten = true }
        for day in [6, 12] {
            clock.after(Double(day * 24 * 3_600)) { service.state.withLock { $0.isForgotten = false } }
            clock.after(Double(day * 24 * 3_600 + 60)) { service.state.withLock { $0.isForgotten = day == 6 } }
        }
        try close([0])
        service.state.withLock { $0.stage = .open }
        clock.after(13 * 24 * 3_600) { service.state.withLock { $0.stage = nil } }
        try await runner.run()
        #expect(service.state.withLock { $0.statements.map(\.voters) } == [1])
        #expect(storage.kept.withLock { $0[roundID]?.missingSince } == nil)
    }

    // MARK: - On the disk

    @Test func endingsAreKeptInFiles() throws {
        let temporary = try TemporaryFolder()
        let folder = try RelayFolder(temporary.path + "/relay")
        try folder.adopt(world.manifest)
        try folder.keep(held: 3, of: roundID)
        try folder.keep(missingSince: 5, of: roundID)
        #expect(try folder.rounds().first?.missingSince == 5)
        try folder.keep(missingSince: nil, of: roundID)
        try folder.keep(missingSince: nil, of: roundID)
        try folder.end(roundID, at: 1_795_000_000)
        try folder.end(roundID, at: 1_795_000_000)
        let kept = try #require(try folder.rounds().first)
        #expect(kept.endedAt == 1_795_000_000 && kept.missingSince == nil && kept.held == 3 && !kept.isFinished)
        try folder.forget(roundID)
        try folder.forget(roundID)
        #expect(try folder.rounds().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: temporary.path + "/relay/rounds/\(roundID)"))
        try folder.adopt(world.manifest)
        #expect(try folder.rounds().first?.endedAt == nil)
    }
}
