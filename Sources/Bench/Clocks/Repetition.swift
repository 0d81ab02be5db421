/// Repeats one piece of work for a while, and says how often a second it was done.
struct Repetition: Sendable {
    /// For how long, each time.
    let seconds: Double

    /// How many pieces are done between looks at the clock.
    private static let stride = 8

    /// On this thread alone, by its own processor time: nothing that others do counts.
    /// - Parameter work: is given 0, 1, 2, …
    func oneCore(_ work: (Int) throws -> Void) rethrows -> Double {
        let began = ProcessorTime.ofThread
        var (count, used) = (0, 0.0)
        while used < seconds {
            for _ in 0..<Self.stride {
                try work(count)
                count += 1
            }
            used = ProcessorTime.ofThread - began
        }
        return Double(count) / used
    }

    /// On all cores at once, by the clock on the wall.
    /// - Parameter work: is given numbers that no other call is given.
    func allCores(_ work: @escaping @Sendable (Int) throws -> Void) async throws -> Double {
        let stopwatch = Stopwatch()
        let deadline = ProcessorTime.now + seconds
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for core in 0..<Machine.coreCount {
                group.addTask { try Self.work(until: deadline, from: core, work) }
            }
            return try await group.reduce(0, +)
        }
        return Double(count) / stopwatch.seconds
    }

    private static func work(until deadline: Double, from core: Int, _ work: (Int) throws -> Void) throws -> Int {
        var count = 0
        while ProcessorTime.now < deadline {
            for _ in 0..<stride {
                try work(core + count * Machine.coreCount)
                count += 1
            }
        }
        return count
    }
}
