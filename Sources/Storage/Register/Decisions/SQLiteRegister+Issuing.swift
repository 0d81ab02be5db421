import GRDB

extension SQLiteRegister {
    public func prepare(_ documents: [PaperDocument], at time: Int) async throws {
        try await write { db in
            for document in documents { try Self.advance(document, to: .prepared, from: [.reserved], at: time, db) }
        }
    }

    public func issue(_ documents: [PaperDocument], at time: Int) async throws -> [DecisionEntry] {
        try await write { db in
            try documents.flatMap { document in
                try Self.advance(document, to: .issued, from: [.reserved, .prepared], at: time, db)
                return try Self.entries(of: document.paper, db)
            }
        }
    }

    public func release(_ papers: [Int64]) async throws {
        try await write { db in
            for paper in papers { try Self.release(paper, db) }
        }
    }

    public func releaseReserved() async throws {
        try await write { db in
            for paper in try Int64.fetchAll(db, sql: "SELECT id FROM papers WHERE state = 'reserved'") {
                try Self.release(paper, db)
            }
        }
    }

    private static func advance(
        _ document: PaperDocument, to state: NumberedPaper.State, from states: Set<NumberedPaper.State>, at time: Int,
        _ db: Database
    ) throws {
        guard let paper = try paper(document.paper, db), states.contains(paper.state) else {
            throw StorageError(.missing, "paper \(document.paper): let go of, or issued already")
        }
        try db.execute(
            sql: "UPDATE papers SET state = ?, since = ?, document = ? WHERE id = ?",
            arguments: [state.rawValue, time, document.bytes.blob, paper.id])
    }

    private static func release(_ id: Int64, _ db: Database) throws {
        guard let paper = try paper(id, db), paper.state != .issued else { return }
        try db.execute(sql: "DELETE FROM decisions WHERE paper = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM papers WHERE id = ?", arguments: [id])
        try db.execute(
            sql: "INSERT OR IGNORE INTO freedNumbers VALUES (?, ?, ?)",
            arguments: [paper.series.authority, paper.series.year, paper.number])
    }
}
