extension SQLRegister {
    func remember(_ device: Device) async throws {
        let sql = """
            INSERT INTO devices (digest, account, label, createdAt, usedAt) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (digest, account) DO UPDATE SET label = excluded.label, usedAt = excluded.usedAt
            """
        try await write { session in
            _ = try Self.require(device.account, session)
            try session.execute(sql, [device.digest, device.account, device.label, device.createdAt, device.usedAt])
        }
    }

    func devices(of account: String) async throws -> [Device] {
        try await read { session in
            let sql = "SELECT * FROM devices WHERE account = ? ORDER BY usedAt DESC, digest"
            return try session.rows(sql, [Account.folded(account)]).map { row in
                try Device(
                    digest: row["digest"], account: row["account"], label: row["label"], createdAt: row["createdAt"],
                    usedAt: row["usedAt"])
            }
        }
    }

    func forgetDevice(_ digest: [UInt8], of account: String) async throws {
        try await write { session in
            try session.execute(
                "DELETE FROM devices WHERE digest = ? AND account = ?", [digest, Account.folded(account)])
        }
    }

    func forgetDevices(unusedSince time: Int) async throws {
        try await write { session in try session.execute("DELETE FROM devices WHERE usedAt < ?", [time]) }
    }
}
