import Hummingbird
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// Rounds as anybody may see them while they run. However many look on, the register is asked once for each change.
final class PublicRounds: Sendable {
    private struct Known {
        var facts: [RoundID: RoundFacts] = [:]
        var status: [RoundID: (pulse: RoundPulse, value: JSONValue)] = [:]
    }

    let office: RoundOffice
    private let known = Mutex(Known())

    init(office: RoundOffice) { self.office = office }

    /// The round that the path names.
    /// - Throws: `Problem.unknownRound`.
    func desk(_ context: ServiceContext) throws -> RoundDesk {
        try office.desk(of: context)
    }

    func facts(of desk: RoundDesk) async throws -> RoundFacts {
        guard let bytes = try await desk.entry().roundID else { throw Problem(.unknownRound) }
        let roundID = try RoundID(bytes)
        if let facts = known.withLock({ $0.facts[roundID] }) { return facts }
        let facts = RoundFacts(try await desk.manifest(), name: desk.name)
        known.withLock { $0.facts[roundID] = facts }
        return facts
    }

    /// `RoundStatus` of the API, and with it `quorum`, a bar against the line that it must reach, `ballots`, how many
    /// whole ballots the slips make, and, once the box is sealed, `found`, how many members found theirs in it; each null
    /// where it cannot be told.
    func status(of desk: RoundDesk) async throws -> JSONValue {
        let (facts, pulse) = (try await facts(of: desk), desk.pulse)
        if let kept = known.withLock({ $0.status[facts.roundID] }), kept.pulse == pulse { return kept.value }
        let turnout = try await desk.turnout()
        let value = try await desk.publicStatus()
            .adding("quorum", turnout.flatMap { Self.quorum($0, facts.rules) } ?? .null)
            .adding("ballots", turnout.map { Self.ballots($0, facts) } ?? .null)
            .adding("found", try await found(in: desk))
        known.withLock { $0.status[facts.roundID] = (pulse, value) }
        return value
    }

    private static func quorum(_ turnout: Turnout, _ rules: BallotRules) -> JSONValue? {
        let counts = try? RoundCounts(summoned: turnout.summoned, present: turnout.present, issued: turnout.issued)
        return counts.map { Bar(verdict: rules.attendance(in: $0)).json }
    }

    /// Nobody can tell whose a slip is, so this is how many ballots' worth has come in, and no more than that.
    private static func ballots(_ turnout: Turnout, _ facts: RoundFacts) -> JSONValue {
        .integer(turnout.slips / max(1, facts.contestCount))
    }

    private func found(in desk: RoundDesk) async throws -> JSONValue {
        guard try await desk.state().isSealed else { return .null }
        return .integer(try await desk.tools.register.found(in: desk.name).count)
    }
}
