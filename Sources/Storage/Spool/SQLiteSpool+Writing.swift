import FoundationEssentials
import GRDB

extension SQLiteSpool {
    public func issue(_ issuance: Issuance) async throws -> Admission {
        let value = try issuance.encoded()
        return try await admit(SpoolFormat.identifier(issuance.voter), value, in: .issuances) { present in
            try Issuance(decoding: present).batchDigest == issuance.batchDigest
        }
    }

    public func cast(slipID: [UInt8], contest: Int, slip: [UInt8]) async throws -> Admission {
        guard contest >= 0, contest < contests else {
            throw StorageError(.malformed, "contest \(contest): there are \(contests)")
        }
        let value = try SpooledSlip(contest: UInt32(contest), slipID: slipID, slip: slip).encoded
        return try await admit(slipID, value, in: .slips) { $0 == value }
    }

    /// Hashes and wraps on the caller's thread; only the writing is the writer's.
    private func admit(
        _ identifier: [UInt8], _ value: [UInt8], in table: SpoolTable, isSame: ([UInt8]) throws -> Bool
    ) async throws -> Admission {
        let row = try cipher.row(identifier, value, in: table)
        switch try await writer.put(row) {
        case .written:
            return .accepted
        case .taken(let wrapped):
            let present = try cipher.open(SpoolRow(table: table, key: row.key, value: wrapped))
            return try isSame(Array(present)) ? .repeated : .differs
        }
    }
}
