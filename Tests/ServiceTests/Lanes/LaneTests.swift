import Glibc
import Synchronization
import Testing

@testable import Service

/// Work that computes long, each kind in a lane of its own.
@Suite struct LaneTests {
    private enum NarrowWork: LaneWork {
        static func plan(cores: Int) -> LanePlan { LanePlan(name: "narrow", width: 1, queue: 2, patience: 3_600) }
    }

    private enum ImpatientWork: LaneWork {
        static func plan(cores: Int) -> LanePlan { LanePlan(name: "impatient", width: 1, queue: 8, patience: 0) }
    }

    private struct Failure: Error {}

    /// The calling thread's.
    private static var niceness: Int32 { getpriority(Int32(PRIO_PROCESS.rawValue), 0) }

    private static func problem(_ body: () async throws -> Void) async -> Problem? {
        do {
            try await body()
            return nil
        } catch {
            return error as? Problem
        }
    }

    @Test func resultsComeInOrder() async throws {
        let lane = Lane<RecordWork>(cores: 3)
        for count in [0, 1, 2, 3, 4, 100] {
            let doubled = try await lane.map(Array(0..<count)) { $0 * 2 }
            #expect(doubled == Array(stride(from: 0, to: 2 * count, by: 2)))
        }
        let seven = try await lane.run { 7 }
        #expect(seven == 7)
        #expect(lane.load.jobs == 0 && lane.load.refusals == 0)
        await lane.finish()
    }

    @Test func aFullLaneRefusesAtOnceAndSaysWhenToComeAgain() async throws {
        let lane = Lane<NarrowWork>()
        try await Gate.closing(lane, waiting: 2) {
            for _ in 0..<3 {
                let problem = await Self.problem { try await lane.run {} }
                #expect(problem?.code == .overloaded)
                #expect((problem?.retryAfter ?? 0) > 0)
                let many = await Self.problem { _ = try await lane.map([1, 2]) { $0 } }
                #expect(many?.code == .overloaded)
            }
        }
        #expect(lane.load.jobs == 0 && lane.load.refusals == 6)
        try await lane.run {}  // there are seats again
        await lane.finish()
    }

    @Test func whoWaitsTooLongIsRefused() async throws {
        let lane = Lane<ImpatientWork>()
        try await Gate.closing(lane) {
            let problem = await Self.problem { try await lane.run {} }
            #expect(problem?.code == .overloaded)
        }
        try await lane.run {}  // what is free is taken without waiting
        #expect(lane.load.refusals == 1 && lane.load.jobs == 0)
        await lane.finish()
    }

    @Test func whatFailsGivesItsPlaceBack() async throws {
        let lane = Lane<NarrowWork>()
        for _ in 0..<10 {
            await #expect(throws: Failure.self) { try await lane.run { throw Failure() } }
            await #expect(throws: Failure.self) {
                _ = try await lane.map([1, 2, 3]) { element in
                    guard element != 2 else { throw Failure() }
                    return element
                }
            }
        }
        #expect(lane.load.jobs == 0)
        try await lane.run {}
        await lane.finish()
    }

    @Test func longWorkLetsOthersGoBetweenItsPieces() async throws {
        let lane = Lane<NarrowWork>()
        let order = Order()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                _ = try await lane.map(Array(0..<40)) { element in
                    order.hasBegun.withLock { $0 = true }
                    // Until the other one is there too; then each piece takes longer than a slice.
                    while element == 0, lane.load.jobs < 2 { usleep(1_000) }
                    usleep(25_000)
                    order.held.withLock { $0.append(element) }
                }
            }
            group.addTask {
                while !order.hasBegun.withLock({ $0 }) { await Task.yield() }
                try await lane.run { order.held.withLock { $0.append(-1) } }
            }
            try await group.waitForAll()
        }
        let place = try #require(order.held.withLock { $0.firstIndex(of: -1) })
        #expect(place < 40, "it came before the last piece")
        await lane.finish()
    }

    @Test func aLaneThatClosesRefusesWhatWaitsAndFinishesWhatIsUnderWay() async throws {
        let lane = Lane<NarrowWork>()
        let gate = Gate()
        async let running = lane.run {
            gate.pass()
            return true
        }
        while gate.count == 0 { await Task.yield() }
        async let waiting = Self.problem { try await lane.run {} }
        while lane.load.jobs < 2 { await Task.yield() }
        lane.close()
        #expect(await waiting?.code == .unavailable)
        let problem = await Self.problem { try await lane.run {} }
        #expect(problem?.code == .unavailable)
        gate.open()
        #expect(try await running)
        await lane.finish()
    }

    @Test func onlyLiveRoundsWorkHasFullPriority() async throws {
        let lanes = Lanes(cores: 2)
        let own = Self.niceness
        let live = try await lanes.live.run { Self.niceness }
        #expect(live == own)
        for _ in 0..<2 {
            let signIns = try await lanes.signIns.run { Self.niceness }
            let keys = try await lanes.keys.run { Self.niceness }
            #expect(signIns == min(19, own + 15) && keys == min(19, own + 15))
        }
        #expect(Self.niceness == own)
        await lanes.shutDown()
    }

    @Test func metricsTellHowBusyEachLaneIs() async throws {
        let lanes = Lanes(cores: 2)
        try await Gate.closing(lanes.verification, waiting: 3) {
            let text = Metrics([lanes]).text
            #expect(text.contains("\nphieukin_lane_jobs{lane=\"verification\"} 4\n"))
            #expect(text.contains("\nphieukin_lane_jobs{lane=\"live\"} 0\n"))
            #expect(text.contains("\nphieukin_lane_refused_total{lane=\"verification\"} 0\n"))
        }
        await lanes.shutDown()
    }
}

/// In which order pieces came.
private final class Order: Sendable {
    let held = Mutex<[Int]>([])
    let hasBegun = Mutex(false)
}
