import GRDB

extension SQLiteRegister {
    public func issue(
        _ claim: DecisionClaim, write makePaper: @escaping @Sendable (_ number: Int) throws -> DecisionPaper
    ) async throws -> DecisionEntry {
        try await write { db in
            try Self.require(claim.round, in: nil, db)
            try Self.requireFree(claim, db)
            let number = try Self.nextNumber(for: claim, db)
            let entry = try DecisionEntry(claim: claim, number: number, paper: makePaper(number))
            try Self.insert(entry, db)
            return entry
        }
    }

    /// The constraints of the table decide; this says it in words, and before anything is signed.
    private static func requireFree(_ claim: DecisionClaim, _ db: Database) throws {
        guard let annulled = claim.annuls else {
            let sql = "SELECT * FROM decisions WHERE round = ? AND unit = ? AND annuls IS NULL"
            guard try Row.fetchOne(db, sql: sql, arguments: [claim.round, claim.unit]) == nil else {
                throw StorageError(.exists, "round \(claim.round), unit \(claim.unit): recognised already")
            }
            return
        }
        guard try decision(annulled, db)?.claim.kind == .recognition else {
            throw StorageError(.missing, "unit \(claim.unit): the recognition to annul is not in this register")
        }
        guard try annulment(of: annulled, db) == nil else {
            throw StorageError(.exists, "unit \(claim.unit): that recognition is annulled already")
        }
    }

    private static func nextNumber(for claim: DecisionClaim, _ db: Database) throws -> Int {
        let sql = "SELECT max(number) FROM decisions WHERE authority = ? AND year = ?"
        let last = try Int.fetchOne(db, sql: sql, arguments: [claim.authority, claim.year]) ?? 0
        return max(claim.firstNumber, last + 1)
    }

    private static func insert(_ entry: DecisionEntry, _ db: Database) throws {
        let (claim, paper) = (entry.claim, entry.paper)
        try db.execute(
            sql: "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                paper.digest.blob, claim.round, claim.unit, claim.annuls?.blob, claim.authority, claim.year,
                entry.number, paper.numberText, paper.issuedAt, paper.statement.blob, paper.signature.blob,
            ]
        )
    }
}
