extension SQLRegister {
    func prepare(_ documents: [PaperDocument], at time: Int) async throws -> [NumberedPaper] {
        try await write { session in
            try documents.compactMap { document in
                try Self.advance(document, to: .prepared, from: [.reserved], at: time, session)
                return try Self.paper(document.paper, session)
            }
        }
    }

    func issue(_ documents: [PaperDocument], at time: Int) async throws -> [DecisionEntry] {
        try await write { session in
            try documents.flatMap { document in
                try Self.advance(document, to: .issued, from: [.reserved, .prepared], at: time, session)
                return try Self.entries(of: document.paper, session)
            }
        }
    }

    func release(_ papers: [Int64]) async throws {
        try await write { session in
            for paper in papers { try Self.release(paper, session) }
        }
    }

    func releaseReserved(stating statements: [[UInt8]]) async throws {
        try await write { session in
            let sql = """
                SELECT papers.id FROM papers JOIN decisions ON decisions.paper = papers.id
                WHERE digest = ? AND state = 'reserved'
                """
            for digest in statements {
                if let row = try session.row(sql, [digest]) { try Self.release(row["id"], session) }
            }
        }
    }

    func releaseReserved() async throws {
        try await write { session in
            for row in try session.rows("SELECT id FROM papers WHERE state = 'reserved'") {
                try Self.release(row["id"], session)
            }
        }
    }

    private static func advance(
        _ document: PaperDocument, to state: NumberedPaper.State, from states: Set<NumberedPaper.State>, at time: Int,
        _ session: any SQLSession
    ) throws {
        guard let paper = try paper(document.paper, session), states.contains(paper.state) else {
            throw StorageError(.missing, "paper \(document.paper): let go of, or issued already")
        }
        try session.execute(
            "UPDATE papers SET state = ?, since = ?, document = ? WHERE id = ?",
            [state.rawValue, time, document.bytes, paper.id])
    }

    private static func release(_ id: Int64, _ session: any SQLSession) throws {
        guard let paper = try paper(id, session), paper.state != .issued else { return }
        try session.execute("DELETE FROM decisions WHERE paper = ?", [id])
        try session.execute("DELETE FROM papers WHERE id = ?", [id])
        try session.execute(
            "INSERT INTO freedNumbers VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [paper.series.authority, paper.series.year, paper.number])
    }
}
