import Logging
import Storage

/// Whether the register can be written to: tried at most once in a few seconds, however often strangers ask.
actor Readiness {
    private static let validity = 5

    private let storage: any BallotStorage
    private let clock: ServiceClock
    private let logger: Logger
    private var last: (at: Int, isReady: Bool)?
    private var trial: Task<Bool, Never>?

    init(_ storage: any BallotStorage, clock: ServiceClock, logger: Logger) {
        (self.storage, self.clock, self.logger) = (storage, clock, logger)
    }

    /// What was found within the last seconds, or is found now. Why not, the log says: files and their owner.
    func isReady() async -> Bool {
        if let last, clock.elapsed - last.at < Self.validity { return last.isReady }
        if let trial { return await trial.value }
        let trial = Task { await isWritable() }
        self.trial = trial
        let isReady = await trial.value
        (self.trial, last) = (nil, (clock.elapsed, isReady))
        return isReady
    }

    private func isWritable() async -> Bool {
        do {
            try await storage.tryWriting()
            return true
        } catch {
            logger.error("not ready", metadata: ["error": "\(error)"])
            return false
        }
    }
}
