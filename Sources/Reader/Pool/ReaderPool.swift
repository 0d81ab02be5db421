public import Decisions
import NIOPosix
import StrictEncoding
import Synchronization

/// Reads strangers' files, each in a process of its own that knows no key and reaches nothing. A few of them stand
/// ready; whoever finds none waits for a bounded time among a bounded number, and one address has a share of both.
///
/// A process reads one file and is ended: nothing that one stranger's file did to it can touch the next one's verdict.
public final class ReaderPool: Sendable {
    let settings: ReaderSettings
    let trust: Frame
    let report: @Sendable (ReaderEvent) -> Void

    /// As many as there are processes: each of them keeps one busy at most.
    let threads: NIOThreadPool
    let queue: Mutex<ReaderQueue>

    /// - Parameters:
    ///   - verifier: whose anchors and revocation lists count.
    ///   - report: told of what an operator wants to know, on any thread.
    public init(
        _ settings: ReaderSettings, trusting verifier: DecisionVerifier,
        report: @escaping @Sendable (ReaderEvent) -> Void = { _ in }
    ) {
        self.settings = settings
        self.report = report
        trust = ReaderTrust.frame(verifier)
        threads = NIOThreadPool(numberOfThreads: settings.count)
        queue = Mutex(ReaderQueue(settings))
        threads.start()
        startMissing()
    }

    public var counts: ReaderCounts { queue.withLock(\.counts) }

    /// Ends all readers; whoever still waits for one is told.
    public func stop() async throws {
        let (waiting, running) = queue.withLock { $0.stop() }
        for continuation in waiting { continuation.resume(throwing: ReaderFault.stopped) }
        for process in running { process.kill() }
        try await threads.shutdownGracefully()
    }

    /// Ends the readers that stand ready, as somebody at the machine might.
    func endReady() {
        for process in queue.withLock(\.standing) { process.kill() }
    }

    /// Lends a reader for one file, and another where the first was killed from outside.
    /// - Throws: `ReaderFault`; whatever `body` throws.
    func reading<Value>(for asker: Asker, _ body: (LentReader) async throws -> Value) async throws -> Value {
        do {
            return try await attempt(asker, body)
        } catch ReaderFault.killed {
            return try await attempt(asker, body)
        }
    }

    private func attempt<Value>(_ asker: Asker, _ body: (LentReader) async throws -> Value) async throws -> Value {
        let process = try await lend(to: asker)
        defer { takeBack(process) }
        do {
            return try await body(LentReader(process: process, threads: threads, deadline: .after(settings.time)))
        } catch is CancellationError where queue.withLock(\.isStopped) {
            // The threads were gone before its turn came.
            throw ReaderFault.stopped
        } catch let error as ReaderFault {
            let fault = ended(error)
            queue.withLock { $0.counts.note(fault) }
            report(.failed(fault))
            throw fault
        }
    }

    /// What became of a reader; a pool that has been stopped killed it itself.
    func ended(_ fault: ReaderFault) -> ReaderFault { queue.withLock(\.isStopped) ? .stopped : fault }
}

/// What an operator wants to know of readers.
public enum ReaderEvent: Sendable {
    /// One stands ready, shut in by this much.
    case started(SandboxFeatures)
    case failed(ReaderFault)
}
