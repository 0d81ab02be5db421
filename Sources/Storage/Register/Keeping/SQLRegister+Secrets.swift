import OpenSSLKit

extension SQLRegister {
    func secret(
        named name: String, make: @escaping @Sendable () throws -> SecretBytes
    ) async throws -> SecretBytes {
        let masterKey = masterKey
        return try await write { session in
            let sql = "SELECT wrapped FROM secrets WHERE name = ?"
            if let row = try session.row(sql, [name]) {
                return try masterKey.unwrap(row["wrapped"], purpose: "secret/\(name)")
            }
            let secret = try make()
            let wrapped = try masterKey.wrap(secret, purpose: "secret/\(name)")
            try session.execute("INSERT INTO secrets VALUES (?, ?)", [name, wrapped])
            return secret
        }
    }

    func setIdentity(_ identity: SignerIdentity, of account: String) async throws {
        let account = Account.folded(account)
        let wrapped = try masterKey.wrap(identity.pkcs12, purpose: "signer/\(account)")
        let sql = """
            INSERT INTO signers VALUES (?, ?, ?)
            ON CONFLICT (account) DO UPDATE SET certificate = excluded.certificate, wrapped = excluded.wrapped
            """
        try await write { session in
            try session.execute(sql, [account, identity.certificate, wrapped])
        }
    }

    func identity(of account: String) async throws -> SignerIdentity? {
        let account = Account.folded(account)
        let row = try await read { session in
            try session.row("SELECT * FROM signers WHERE account = ?", [account])
                .map { (certificate: try $0["certificate"] as [UInt8], wrapped: try $0["wrapped"] as [UInt8]) }
        }
        guard let row else { return nil }
        let pkcs12 = try masterKey.unwrap(row.wrapped, purpose: "signer/\(account)")
        return SignerIdentity(certificate: row.certificate, pkcs12: pkcs12)
    }

    func signerCertificates() async throws -> [String: [UInt8]] {
        try await read { session in
            try session.rows("SELECT account, certificate FROM signers")
                .reduce(into: [:]) { certificates, row in certificates[try row["account"]] = try row["certificate"] }
        }
    }
}
