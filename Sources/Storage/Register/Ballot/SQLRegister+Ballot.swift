extension SQLRegister {
    func mark(_ marks: [String: AttendanceMark], in round: String, while states: Set<String>?) async throws {
        let sql = """
            INSERT INTO attendance VALUES (?, ?, ?)
            ON CONFLICT (round, voter) DO UPDATE SET mark = excluded.mark WHERE attendance.mark <> excluded.mark
            """
        try await write { session in
            try Self.require(round, in: states, session)
            for (voter, mark) in marks { try session.execute(sql, [round, voter, mark.rawValue]) }
        }
    }

    func attendance(of round: String) async throws -> [String: AttendanceMark] {
        try await read { session in
            let rows = try session.rows("SELECT * FROM attendance WHERE round = ?", [round])
            return try rows.reduce(into: [:]) { marks, row in
                marks[try row["voter"]] = AttendanceMark(rawValue: try row["mark"])
            }
        }
    }

    @discardableResult
    func addFound(_ signature: [UInt8], by voter: String, in round: String) async throws -> Admission {
        try await write { session in
            let sql = "INSERT INTO found VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
            return try session.execute(sql, [round, voter, signature]) == 1 ? .accepted : .repeated
        }
    }

    func found(in round: String) async throws -> [String: [UInt8]] {
        try await read { session in
            try session.rows("SELECT * FROM found WHERE round = ?", [round])
                .reduce(into: [:]) { found, row in found[try row["voter"]] = try row["signature"] }
        }
    }

    @discardableResult
    func addBoardSignature(
        _ bytes: [UInt8], by member: Int, at stage: BoardStage, in round: String
    ) async throws -> Admission {
        try await write { session in
            let insert = "INSERT INTO boardSignatures VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
            guard try session.execute(insert, [round, stage.rawValue, member, bytes]) == 0 else { return .accepted }
            let select = "SELECT bytes FROM boardSignatures WHERE round = ? AND stage = ? AND member = ?"
            let present: [UInt8]? = try session.row(select, [round, stage.rawValue, member]).map { try $0["bytes"] }
            return present == bytes ? .repeated : .differs
        }
    }

    func boardSignatures(at stage: BoardStage, in round: String) async throws -> [Int: [UInt8]] {
        try await read { session in
            let sql = "SELECT * FROM boardSignatures WHERE round = ? AND stage = ?"
            return try session.rows(sql, [round, stage.rawValue])
                .reduce(into: [:]) { signatures, row in signatures[try row["member"]] = try row["bytes"] }
        }
    }
}
