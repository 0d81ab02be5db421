import Dispatch
import Synchronization

@testable import Service

/// Holds whatever goes through it until it is opened.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let held = Atomic<Int>(0)

    /// Blocks the thread.
    func pass() {
        held.wrappingAdd(1, ordering: .relaxed)
        semaphore.wait()
        semaphore.signal()
    }

    func open() { semaphore.signal() }

    /// How many stand or stood before it.
    var count: Int { held.load(ordering: .relaxed) }

    /// Runs `body` while every thread of the lane stands before the gate, and `waiting` further jobs behind them.
    static func closing<Work: LaneWork, Value: Sendable>(
        _ lane: Lane<Work>, cores: Int = 2, waiting: Int = 0, _ body: () async throws -> Value
    ) async throws -> Value {
        let gate = Gate()
        let width = Work.plan(cores: cores).width
        let before = lane.load.jobs
        return try await withThrowingTaskGroup(of: Void.self) { group in
            // What waits so long that it is refused is no fault of the test's.
            for _ in 0..<width + waiting { group.addTask { try? await lane.run { gate.pass() } } }
            while gate.count < width || lane.load.jobs < before + width + waiting { await Task.yield() }
            let result: Result<Value, any Error>
            do { result = .success(try await body()) } catch { result = .failure(error) }
            gate.open()
            try await group.waitForAll()
            return try result.get()
        }
    }
}
