import Glibc
import NIOPosix

/// A lane's threads, at a priority of their own.
struct LaneThreads: Sendable {
    /// Marks a thread that has its priority.
    private final class Settled: Sendable {}

    private static let settled = ThreadSpecificVariable<Settled>()

    private let pool: NIOThreadPool
    private let niceness: Int32

    init(count: Int, niceness: Int32) {
        pool = NIOThreadPool(numberOfThreads: count)
        self.niceness = niceness
        pool.start()
    }

    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        let niceness = niceness
        return try await pool.runIfActive {
            Self.settle(niceness)
            return try work()
        }
    }

    /// On Linux a priority belongs to a thread; zero is the calling one.
    private static func settle(_ niceness: Int32) {
        guard niceness != 0, settled.currentValue == nil else { return }
        // Where it is not allowed the work is merely less polite.
        _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, niceness)
        settled.currentValue = Settled()
    }

    /// Waits for what is under way.
    func finish() async { try? await pool.shutdownGracefully() }
}
