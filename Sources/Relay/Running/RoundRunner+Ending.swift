import SecretBallot
import StrictEncoding

/// The service takes nothing of the round any more.
struct RoundOver: Error {}

/// The service says that the round is over, and shows nothing that it signed.
struct OverByWordAlone: Error {}

/// How a round ends: when the service has everything, or when it is past taking it.
extension RoundRunner {
    /// What no repetition mends.
    static func isFinal(_ error: any Error) -> Bool { error is CancellationError || error is RoundOver }

    // MARK: - Asking the service

    /// - Throws: `RoundOver` where it is sealed or cancelled, by the service's signature, or has been unknown or over by its
    ///   word alone for long; whatever asking throws.
    func stage() async throws -> ServiceStage {
        do {
            let stage = try await tools.service.stage(of: roundID)
            if stage == .over { try await requireEnding() }
            try desk.note(isMissing: false, roundID)
            if stage == .over { throw RoundOver() }
            return stage
        } catch  where error is OverByWordAlone || error as? RelayRefusal == .unknownRound {
            let since = try desk.note(isMissing: true, roundID) ?? tools.clock.now
            if tools.clock.now - since >= Self.keepingTime { throw RoundOver() }
            throw error
        }
    }

    /// A word that costs nothing would have a relay let go of what members gave it, and tell them to go elsewhere: which of
    /// them do so, the service would see.
    /// - Throws: `OverByWordAlone`; whatever asking throws.
    private func requireEnding() async throws {
        guard let ending = try await tools.service.ending(of: roundID) else { throw OverByWordAlone() }
        do throws(MalformedInput) {
            try ending.requireGood(for: manifest)
        } catch {
            tools.accuse("it says that the round is over by what it did not sign", roundID)
            throw OverByWordAlone()
        }
    }

    /// - Throws: `RoundOver`; nothing where the service does not say.
    func requireGoing() async throws {
        do { _ = try await stage() } catch  where Self.isFinal(error) { throw error } catch {}
    }

    /// Asks the service until it does it, ever less often, or is past doing it.
    func asked<Value>(_ what: String, _ body: () async throws -> Value) async throws -> Value {
        try await persistently(what, body, after: requireGoing)
    }

    /// Writes something down, until that succeeds.
    func written(_ what: String, _ body: () throws -> Void) async throws {
        try await persistently(what, body) {}
    }

    private func persistently<Value>(
        _ what: String, _ body: () async throws -> Value, after failure: () async throws -> Void
    ) async throws -> Value {
        var pause = 0.5
        while true {
            do {
                return try await body()
            } catch  where Self.isFinal(error) {
                throw error
            } catch {
                tools.report(what, roundID, error)
            }
            try await failure()
            try await tools.clock.sleep(seconds: pause)
            pause = min(pause * 2, 30)
        }
    }

    // MARK: - The end

    /// The service has everything, or is past taking it; answers are there for a while.
    func finish() async throws {
        try await written("finish") { try desk.finish(roundID) }
        try await tools.clock.sleep(seconds: Double(Self.keepingTime))
        desk.change(roundID) { $0.forgetAnswers() }
    }

    /// What was held was never sent, and its devices are told so; what was mixed may have come to the service, and its
    /// devices look into the box.
    func end() async throws {
        guard !desk.look(roundID, \.isMixed) else {
            desk.change(roundID) { $0.end() }
            return try await finish()
        }
        let now = tools.clock.now
        // Told when it can be forgotten no more.
        try await written("end") { try desk.end(roundID, at: now) }
        desk.change(roundID) { $0.end() }
        try await forget(endedAt: now)
    }

    func forget(endedAt time: Int) async throws {
        try await tools.clock.sleep(seconds: Double(max(0, time + Self.keepingTime - tools.clock.now)))
        try await written("forget") { try desk.forget(roundID) }
    }
}
