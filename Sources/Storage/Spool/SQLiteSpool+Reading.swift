import FoundationEssentials
import GRDB

extension SQLiteSpool {
    public func issuance(of voter: Int) async throws -> Issuance? {
        let key = cipher.key(of: SpoolFormat.identifier(voter), in: .issuances)
        return try await read { db, cipher in
            try SpoolFormat.value(of: key, in: .issuances, db, cipher).map { try Issuance(decoding: Array($0)) }
        }
    }

    public func issuances() async throws -> [Issuance] {
        try await read { db, cipher in
            var issuances: [Issuance] = []
            try Self.forEach(.issuances, db, cipher) { issuances.append(try Issuance(decoding: $0)) }
            return issuances.sorted { $0.voter < $1.voter }
        }
    }

    /// Lends each row's opened value, in no order that means anything.
    static func forEach(
        _ table: SpoolTable, _ db: Database, _ cipher: SpoolCipher, _ body: ([UInt8]) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(db, sql: table.selectAll)
        while let row = try rows.next() {
            try body(Array(cipher.open(SpoolRow(table: table, key: row.bytes("key"), value: row.bytes("value")))))
        }
    }
}
