import NIOPosix
import Synchronization

/// Readers to whoever asks, and new ones in their place.
extension ReaderPool {
    func lend(to asker: Asker) async throws -> ReaderProcess {
        // All that stood ready may have been ended meanwhile, but not those that are started for this one.
        for _ in 0...settings.count {
            let process = try await next(for: asker)
            if process.isRunning { return process }
            takeBack(process)
        }
        throw ReaderFault.notStarted("\(settings.program): it ends before there is a file for it")
    }

    private func next(for asker: Asker) async throws -> ReaderProcess {
        if let ready = try queue.withLock({ queue throws(ReaderFault) in try queue.take(for: asker) }) { return ready }
        let ticket = queue.withLock { $0.newTicket() }
        let patience = Task { [settings] in
            try await Task.sleep(for: settings.patience)
            giveUp(ticket, ReaderFault.busy(retryAfter: settings.retryAfter))
        }
        defer { patience.cancel() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in wait(continuation, ticket, asker) }
        } onCancel: {
            giveUp(ticket, CancellationError())
        }
    }

    private func wait(_ continuation: ReaderQueue.Continuation, _ ticket: Int, _ asker: Asker) {
        let outcome = queue.withLock { $0.wait(continuation, ticket, for: asker) }
        switch outcome {
        case .waiting: break
        case .ready(let process): continuation.resume(returning: process)
        case .full:
            continuation.resume(throwing: ReaderFault.busy(retryAfter: settings.retryAfter))
        case .stopped: continuation.resume(throwing: ReaderFault.stopped)
        }
        startMissing()
    }

    private func giveUp(_ ticket: Int, _ error: any Error) {
        queue.withLock { $0.leave(ticket, isRefused: error is ReaderFault) }?.resume(throwing: error)
    }

    func takeBack(_ process: ReaderProcess) {
        threads.submit { _ in
            process.kill()
            if let (continuation, reader) = self.queue.withLock({ $0.isGone(process) }) {
                continuation.resume(returning: reader)
            }
            self.startMissing()
        }
    }

    func startMissing() {
        for _ in 0..<queue.withLock({ $0.missing() }) {
            threads.submit { state in
                guard state == .active else { return }
                self.start()
            }
        }
    }

    private func start() {
        do {
            let process = try ReaderProcess(settings, trust: trust)
            report(.started(process.holding))
            let taker = queue.withLock { $0.offer(process) }
            switch taker {
            case .ready: break
            case .waiting(let continuation): continuation.resume(returning: process)
            case .nobody: process.kill()
            }
        } catch {
            let fault = ended(error)
            report(.failed(fault))
            for continuation in queue.withLock({ $0.startFailed() }) { continuation.resume(throwing: fault) }
        }
    }
}
