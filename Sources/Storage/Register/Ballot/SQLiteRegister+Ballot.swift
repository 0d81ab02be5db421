import GRDB

extension SQLiteRegister {
    public func mark(_ marks: [String: AttendanceMark], in round: String, while states: Set<String>?) async throws {
        let sql = """
            INSERT INTO attendance VALUES (?, ?, ?)
            ON CONFLICT (round, voter) DO UPDATE SET mark = excluded.mark WHERE attendance.mark <> excluded.mark
            """
        try await write { db in
            try Self.require(round, in: states, db)
            for (voter, mark) in marks { try db.execute(sql: sql, arguments: [round, voter, mark.rawValue]) }
        }
    }

    public func attendance(of round: String) async throws -> [String: AttendanceMark] {
        try await read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM attendance WHERE round = ?", arguments: [round])
            return rows.reduce(into: [:]) { marks, row in
                marks[row["voter"]] = AttendanceMark(rawValue: row["mark"])
            }
        }
    }

    @discardableResult
    public func addFound(_ signature: [UInt8], by voter: String, in round: String) async throws -> Admission {
        try await write { db in
            let sql = "INSERT INTO found VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
            try db.execute(sql: sql, arguments: [round, voter, signature.blob])
            return db.changesCount == 1 ? .accepted : .repeated
        }
    }

    public func found(in round: String) async throws -> [String: [UInt8]] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM found WHERE round = ?", arguments: [round])
                .reduce(into: [:]) { found, row in found[row["voter"]] = row.bytes("signature") }
        }
    }

    @discardableResult
    public func addBoardSignature(
        _ bytes: [UInt8], by member: Int, at stage: BoardStage, in round: String
    ) async throws -> Admission {
        try await write { db in
            let insert = "INSERT INTO boardSignatures VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
            try db.execute(sql: insert, arguments: [round, stage.rawValue, member, bytes.blob])
            guard db.changesCount == 0 else { return .accepted }
            let select = "SELECT bytes FROM boardSignatures WHERE round = ? AND stage = ? AND member = ?"
            let present = try [UInt8].fetchOne(db, sql: select, arguments: [round, stage.rawValue, member])
            return present == bytes ? .repeated : .differs
        }
    }

    public func boardSignatures(at stage: BoardStage, in round: String) async throws -> [Int: [UInt8]] {
        try await read { db in
            let sql = "SELECT * FROM boardSignatures WHERE round = ? AND stage = ?"
            return try Row.fetchAll(db, sql: sql, arguments: [round, stage.rawValue])
                .reduce(into: [:]) { signatures, row in signatures[row["member"]] = row.bytes("bytes") }
        }
    }
}
