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
                    group.addTask { await cancelWhenGracefulShutdown { await self.carryThrough(runner) } }
                }
            } onGracefulShutdown: {
                coming.finish()
            }
        }
    }

    private func carryThrough(_ runner: RoundRunner) async {
        do {
            try await runner.run()
        } catch is CancellationError {
            // The relay stops, or has let go of the round.
        } catch {
            desk.tools.fail(runner.roundID, error)
        }
    }
}
