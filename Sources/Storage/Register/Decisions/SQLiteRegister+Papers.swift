import GRDB

extension SQLiteRegister {
    public func paper(_ id: Int64) async throws -> NumberedPaper? {
        try await read { db in try Self.paper(id, db) }
    }

    public func prepared(round: String) async throws -> [NumberedPaper] {
        try await read { db in
            let sql = NumberedPaper.select + "WHERE round = ? AND state = 'prepared' ORDER BY authority, year, number"
            return try Row.fetchAll(db, sql: sql, arguments: [round]).map(NumberedPaper.init(row:))
        }
    }

    public func entries(of paper: Int64) async throws -> [DecisionEntry] {
        try await read { db in try Self.entries(of: paper, db) }
    }

    public func document(of paper: Int64) async throws -> [UInt8]? {
        try await read { db in
            try [UInt8].fetchOne(db, sql: "SELECT document FROM papers WHERE id = ?", arguments: [paper])
        }
    }

    public func replace(_ present: [UInt8], by document: PaperDocument) async throws -> Bool {
        try await write { db in
            try db.execute(
                sql: "UPDATE papers SET document = ? WHERE id = ? AND state = 'issued' AND document = ?",
                arguments: [document.bytes.blob, document.paper, present.blob])
            return db.changesCount == 1
        }
    }

    static func paper(_ id: Int64, _ db: Database) throws -> NumberedPaper? {
        try Row.fetchOne(db, sql: NumberedPaper.select + "WHERE id = ?", arguments: [id]).map(NumberedPaper.init(row:))
    }

    static func entries(of paper: Int64, _ db: Database) throws -> [DecisionEntry] {
        let sql = DecisionEntry.select + "WHERE paper = ? ORDER BY place"
        return try Row.fetchAll(db, sql: sql, arguments: [paper]).map(DecisionEntry.init(row:))
    }
}
