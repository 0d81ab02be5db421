import NIOCore

/// Threads for one kind of work that computes long or waits for the disk, so that neither the event loops nor Swift's
/// own threads nor another kind's work ever do.
///
/// A job takes a seat, or is refused at once where all are taken. It then computes in turns: one that is long lets
/// others of its lane go between its pieces.
final class Lane<Work: LaneWork>: Sendable {
    private let plan: LanePlan
    private let turns: LaneTurns
    private let threads: LaneThreads

    /// How long a job of many pieces keeps a thread before it lets others go.
    private static var slice: Duration { .milliseconds(20) }

    init(cores: Int = System.coreCount) {
        plan = Work.plan(cores: cores)
        turns = LaneTurns(plan)
        threads = LaneThreads(count: plan.width, niceness: plan.niceness)
    }

    /// - Throws: what the work throws; `Problem.overloaded` where the lane is full, or too slow.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try turns.sit()
        defer { turns.stand() }
        return try await turn(within: plan.patience, work)
    }

    /// The results in order, computed on all threads of the lane.
    /// - Throws: what the work throws; `Problem.overloaded` where the lane is full, or too slow.
    func map<Element: Sendable, Value: Sendable>(
        _ elements: [Element], _ work: @escaping @Sendable (Element) throws -> Value
    ) async throws -> [Value] {
        try turns.sit()
        defer { turns.stand() }
        let stripes = min(elements.count, plan.width)
        return try await withThrowingTaskGroup(of: (Int, [Value]).self) { group in
            for stripe in 0..<stripes {
                let part = elements[elements.count * stripe / stripes..<elements.count * (stripe + 1) / stripes]
                group.addTask { (stripe, try await self.inPieces(part, work)) }
            }
            var parts = [[Value]](repeating: [], count: stripes)
            for try await (stripe, values) in group { parts[stripe] = values }
            return Array(parts.joined())
        }
    }

    private func inPieces<Element: Sendable, Value: Sendable>(
        _ elements: ArraySlice<Element>, _ work: @escaping @Sendable (Element) throws -> Value
    ) async throws -> [Value] {
        var (values, rest): ([Value], ArraySlice<Element>) = ([], elements)
        while !rest.isEmpty {
            try Task.checkCancellation()
            // What has begun is not refused any more.
            let patience = values.isEmpty ? plan.patience : nil
            values += try await turn(within: patience) { [rest] in try Self.piece(of: rest, work) }
            rest = elements.dropFirst(values.count)
        }
        return values
    }

    /// At least one element's, and as many as a slice of time allows.
    private static func piece<Element, Value>(
        of elements: ArraySlice<Element>, _ work: (Element) throws -> Value
    ) throws -> [Value] {
        let end = ContinuousClock.now + slice
        var values: [Value] = []
        for element in elements {
            values.append(try work(element))
            if ContinuousClock.now >= end { break }
        }
        return values
    }

    private func turn<Value: Sendable>(
        within patience: Int?, _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await turns.take(within: patience)
        defer { turns.pass() }
        return try await threads.run(work)
    }
}

/// What is the same of every lane, whatever it is for.
protocol AnyLane: Sendable {
    var name: String { get }
    var load: LaneTurns.Load { get }

    /// Refuses what waits and what comes.
    func close()

    /// Waits for what is under way.
    func finish() async
}

extension Lane: AnyLane {
    var name: String { plan.name }
    var load: LaneTurns.Load { turns.load }
    func close() { turns.close() }
    func finish() async { await threads.finish() }
}
