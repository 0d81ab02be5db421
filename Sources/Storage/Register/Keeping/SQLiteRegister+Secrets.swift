import GRDB
public import OpenSSLKit

extension SQLiteRegister {
    public func secret(
        named name: String, make: @escaping @Sendable () throws -> SecretBytes
    ) async throws -> SecretBytes {
        let masterKey = masterKey
        return try await write { db in
            let sql = "SELECT wrapped FROM secrets WHERE name = ?"
            if let wrapped = try [UInt8].fetchOne(db, sql: sql, arguments: [name]) {
                return try masterKey.unwrap(wrapped, purpose: "secret/\(name)")
            }
            let secret = try make()
            let wrapped = try masterKey.wrap(secret, purpose: "secret/\(name)")
            try db.execute(sql: "INSERT INTO secrets VALUES (?, ?)", arguments: [name, wrapped.blob])
            return secret
        }
    }

    public func setIdentity(_ identity: SignerIdentity, of account: String) async throws {
        let account = Account.folded(account)
        let wrapped = try masterKey.wrap(identity.pkcs12, purpose: "signer/\(account)")
        let sql = """
            INSERT INTO signers VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET certificate = excluded.certificate, wrapped = excluded.wrapped
            """
        try await write { db in
            try db.execute(sql: sql, arguments: [account, identity.certificate.blob, wrapped.blob])
        }
    }

    public func identity(of account: String) async throws -> SignerIdentity? {
        let account = Account.folded(account)
        let row = try await read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM signers WHERE account = ?", arguments: [account])
                .map { (certificate: $0.bytes("certificate"), wrapped: $0.bytes("wrapped")) }
        }
        guard let row else { return nil }
        let pkcs12 = try masterKey.unwrap(row.wrapped, purpose: "signer/\(account)")
        return SignerIdentity(certificate: row.certificate, pkcs12: pkcs12)
    }

    public func signerCertificates() async throws -> [String: [UInt8]] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT account, certificate FROM signers")
                .reduce(into: [:]) { certificates, row in certificates[row["account"]] = row.bytes("certificate") }
        }
    }
}
