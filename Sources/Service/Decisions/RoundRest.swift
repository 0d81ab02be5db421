import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// What a certified round still asks of its signer.
struct RoundRest: Sendable {
    /// Units whose decision the ballot calls for.
    let called: Int

    /// Of these, those for which there is no decision and no paper that waits for a signature from outside.
    let unsigned: Int

    /// Papers that wait for a signature from outside.
    let waiting: Int

    var isFinished: Bool { unsigned == 0 && waiting == 0 }

    var json: JSONValue {
        [
            "called": .integer(called), "unsigned": .integer(unsigned), "waiting": .integer(waiting),
            "isFinished": .bool(isFinished),
        ]
    }
}

extension DecisionDesk {
    /// - Returns: nil before the round is certified.
    func rest(of desk: RoundDesk) async throws -> RoundRest? {
        guard try await desk.state() == .certified else { return nil }
        let passed = try await desk.outcomes().units.filter(\.passed).map(\.unit.id)
        var waiting: Set<String> = []
        let papers = try await register.prepared(round: desk.name)
        for paper in papers { waiting.formUnion(try await register.entries(of: paper.id).map(\.claim.unit)) }
        let decided = try await Set(register.decisions(DecisionFilter(round: desk.name)).map(\.claim.unit))
        let open = passed.filter { !decided.contains($0) && !waiting.contains($0) }
        let unsigned = try await desk.draft().kind == .recognition ? open : standing(open)
        return RoundRest(called: passed.count, unsigned: unsigned.count, waiting: papers.count)
    }

    /// Of the units that an annulment ballot was about, those with a recognition that nothing has ended yet.
    private func standing(_ units: [String]) async throws -> [String] {
        var standing: [String] = []
        for unit in units {
            for entry in try await register.decisions(DecisionFilter(unit: unit, kind: .recognition))
            where try await annulment(of: entry.digest) == nil {
                standing.append(unit)
                break
            }
        }
        return standing
    }
}
