import Logging
import Reader
import ServiceLifecycle
import Synchronization

/// What an operator reads in the log of the processes that read strangers' files.
final class ReaderLog: Sendable {
    private let logger: Logger

    /// What shut the last one in: said again only when it changes.
    private let lastHolding = Mutex<SandboxFeatures?>(nil)

    init(logger: Logger) { self.logger = logger }

    @Sendable func note(_ event: ReaderEvent) {
        switch event {
        case .started(let holding): noteStart(holding)
        case .failed(.notStarted(let why)):
            logger.error(
                "no reader of strangers' files can be started; verifying answers 503", metadata: ["reason": "\(why)"])
        case .failed(.unreadable(let ending)):
            logger.warning(
                "a reader ended over a stranger's file; another takes its place", metadata: ["how": "\(ending)"])
        case .failed(.killed):
            logger.warning("a reader was killed from outside; another takes its place")
        case .failed(.busy), .failed(.stopped): break
        }
    }

    private func noteStart(_ holding: SandboxFeatures) {
        let isNews = lastHolding.withLock { last in
            defer { last = holding }
            return last != holding
        }
        guard isNews else { return }
        let missing = SandboxFeatures.all.subtracting(holding)
        guard !missing.isEmpty else {
            return logger.info("strangers' files are read by processes shut in by \(holding)")
        }
        logger.warning(
            "this kernel shuts the readers of strangers' files in by less than it should",
            metadata: ["missing": "\(missing)", "holding": "\(holding)"])
    }
}

/// Tries at the start what a reader could do if a file took it over, and ends all readers when the service stops.
struct ReaderService: Service {
    let readers: ReaderPool
    let isProbed: Bool

    /// What must be out of a reader's reach.
    let secret: String
    let logger: Logger

    func run() async throws {
        async let probed: Void = isProbed ? probe() : ()
        try? await gracefulShutdown()
        // This ends the probe as well.
        try await readers.stop()
        await probed
    }

    private func probe() async {
        guard let breaches = try? await readers.probe(reaching: secret).probe.breaches, !breaches.isEmpty else {
            return
        }
        logger.warning(
            "a reader of strangers' files could do what it must not",
            metadata: ["could": "\(breaches.joined(separator: ", "))"])
    }
}

extension ReaderService: CustomStringConvertible {
    var description: String { "readers" }
}
