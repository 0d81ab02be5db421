import GRDB

extension SQLiteRegister {
    @discardableResult
    public func move(_ round: String, by transition: RoundTransition) async throws -> RoundTransition.Outcome {
        try await write { db in
            let entry = try Self.require(round, in: transition.origins.union([transition.target]), db)
            guard entry.state != transition.target else { return .repeated }
            try db.execute(
                sql: "UPDATE rounds SET state = ? WHERE id = ?",
                arguments: [transition.target, round]
            )
            if let roundID = transition.roundID { try Self.fix(roundID, of: entry, db) }
            for (name, bytes) in transition.documents { try Self.store(bytes, as: name, of: round, .once, db) }
            try Self.record(RoundStep(state: transition.target, at: transition.at), of: round, db)
            return .done
        }
    }

    private static func fix(_ roundID: [UInt8], of entry: RoundEntry, _ db: Database) throws {
        guard entry.roundID == nil || entry.roundID == roundID else {
            throw StorageError(.exists, "round \(entry.id): its roundID is fixed already")
        }
        try db.execute(sql: "UPDATE rounds SET roundID = ? WHERE id = ?", arguments: [roundID.blob, entry.id])
    }
}
