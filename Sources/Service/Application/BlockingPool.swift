import NIOPosix

/// Threads for work that computes long or waits for the disk, so that neither the event loops nor Swift's own threads
/// ever do.
struct BlockingPool: Sendable {
    let width: Int
    private let threads: NIOThreadPool

    init(width: Int) {
        self.width = width
        threads = NIOThreadPool(numberOfThreads: width)
        threads.start()
    }

    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await threads.runIfActive(work)
    }

    /// The results in order, computed on all threads of the pool.
    func map<Element: Sendable, Value: Sendable>(
        _ elements: [Element], _ work: @escaping @Sendable (Element) throws -> Value
    ) async throws -> [Value] {
        let stripes = min(elements.count, width)
        return try await withThrowingTaskGroup(of: (Int, [Value]).self) { group in
            for stripe in 0..<stripes {
                let part = elements[elements.count * stripe / stripes..<elements.count * (stripe + 1) / stripes]
                group.addTask { (stripe, try await run { try part.map(work) }) }
            }
            var parts = [[Value]](repeating: [], count: stripes)
            for try await (stripe, values) in group { parts[stripe] = values }
            return Array(parts.joined())
        }
    }

    func shutDown() async throws { try await threads.shutdownGracefully() }
}
