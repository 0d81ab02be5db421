extension SQLRegister {
    @discardableResult
    func move(_ round: String, by transition: RoundTransition) async throws -> RoundTransition.Outcome {
        try await write { session in
            let entry = try Self.require(round, in: transition.origins.union([transition.target]), session)
            guard entry.state != transition.target else { return .repeated }
            try Self.requireNotBefore(transition.at, in: round, session)
            try session.execute("UPDATE rounds SET state = ? WHERE id = ?", [transition.target, round])
            if let roundID = transition.roundID { try Self.fix(roundID, of: entry, session) }
            for (name, bytes) in transition.documents { try Self.store(bytes, as: name, of: round, .once, session) }
            try Self.record(RoundStep(state: transition.target, at: transition.at), of: round, session)
            return .done
        }
    }

    /// What is recorded of a round never goes backward.
    private static func requireNotBefore(_ time: Int, in round: String, _ session: any SQLSession) throws {
        let row = try session.row("SELECT max(at) AS last FROM steps WHERE round = ?", [round])
        guard let last: Int = try row?.optional("last"), time < last else { return }
        throw StorageError(.clockBehind, "round \(round): a step at \(time), after one at \(last): set the clock right")
    }

    private static func fix(_ roundID: [UInt8], of entry: RoundEntry, _ session: any SQLSession) throws {
        guard entry.roundID == nil || entry.roundID == roundID else {
            throw StorageError(.exists, "round \(entry.id): its roundID is fixed already")
        }
        try session.execute("UPDATE rounds SET roundID = ? WHERE id = ?", [roundID, entry.id])
    }
}
