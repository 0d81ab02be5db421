import ServiceLifecycle
import Synchronization

/// Carries all rounds of a relay through, those that it finds at its start and those that come.
final class RelayRunning: ServiceLifecycle.Service {
    private let desk: RelayDesk
    private let runners: AsyncStream<RoundRunner>
    private let coming: AsyncStream<RoundRunner>.Continuation

    init(_ desk: RelayDesk) {
        self.desk = desk
        (runners, coming) = AsyncStream.makeStream()
    }

    func begin(_ runner: RoundRunner) { coming.yield(runner) }

    func run() async throws {
        for runner in desk.unfinished { begin(runner) }
        let coming = coming
        await withDiscardingTaskGroup { group in
            await withGracefulShutdownHandler {
                for await runner in runners {
                    group.addTask { await cancelWhenGracefulShutdown { try? await runner.run() } }
                }
            } onGracefulShutdown: {
                coming.finish()
            }
        }
    }
}
