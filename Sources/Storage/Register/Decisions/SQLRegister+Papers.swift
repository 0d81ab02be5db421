extension SQLRegister {
    func paper(_ id: Int64) async throws -> NumberedPaper? {
        try await read { session in try Self.paper(id, session) }
    }

    func prepared(round: String) async throws -> [NumberedPaper] {
        try await read { session in
            let sql = NumberedPaper.select + "WHERE round = ? AND state = 'prepared' ORDER BY authority, year, number"
            return try session.rows(sql, [round]).map(NumberedPaper.init(row:))
        }
    }

    func entries(of paper: Int64) async throws -> [DecisionEntry] {
        try await read { session in try Self.entries(of: paper, session) }
    }

    func document(of paper: Int64) async throws -> [UInt8]? {
        try await read { session in
            try session.row("SELECT document FROM papers WHERE id = ?", [paper])?.optional("document")
        }
    }

    func replace(_ present: [UInt8], by document: PaperDocument) async throws -> Bool {
        try await write { session in
            let sql = "UPDATE papers SET document = ? WHERE id = ? AND state = 'issued' AND document = ?"
            return try session.execute(sql, [document.bytes, document.paper, present]) == 1
        }
    }

    static func paper(_ id: Int64, _ session: any SQLSession) throws -> NumberedPaper? {
        try session.row(NumberedPaper.select + "WHERE id = ?", [id]).map(NumberedPaper.init(row:))
    }

    static func entries(of paper: Int64, _ session: any SQLSession) throws -> [DecisionEntry] {
        let sql = DecisionEntry.select + "WHERE paper = ? ORDER BY place"
        return try session.rows(sql, [paper]).map(DecisionEntry.init(row:))
    }
}
