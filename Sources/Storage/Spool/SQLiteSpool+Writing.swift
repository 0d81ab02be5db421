import FoundationEssentials
import GRDB

extension SQLiteSpool {
    public func issue(_ issuance: Issuance) async throws -> Admission {
        let row = try cipher.row(SpoolFormat.identifier(issuance.voter), issuance.encoded(), in: .issuances)
        return try admission(of: row, try await writer.put([row])[0]) { present in
            try Issuance(decoding: present).batchDigest == issuance.batchDigest
        }
    }

    public func keep(closing: [UInt8]) async throws -> Admission {
        let row = try cipher.row(SpoolFormat.closing, closing, in: .tokenKeys)
        return try admission(of: row, try await writer.put([row])[0]) { $0 == closing }
    }

    public func cast(slipID: [UInt8], contest: Int, slip: [UInt8]) async throws -> Admission {
        let row = try row(CastSlip(slipID: slipID, contest: contest, bytes: slip))
        return try admission(of: row, try await writer.put([row.wrapped])[0])
    }

    public func cast(_ slips: [CastSlip]) async throws -> [Admission] {
        guard !slips.isEmpty else { return [] }
        let rows = try slips.map(row)
        return try zip(rows, try await writer.put(rows.map(\.wrapped))).map(admission)
    }

    /// What is to be written, and what that was before it was wrapped.
    private struct Row {
        let wrapped: SpoolRow
        let value: [UInt8]
    }

    /// Hashes and wraps on the caller's thread; only the writing is the writer's.
    private func row(_ slip: CastSlip) throws -> Row {
        guard slip.contest >= 0, slip.contest < contests else {
            throw StorageError(.malformed, "contest \(slip.contest): there are \(contests)")
        }
        let value = try SpooledSlip(contest: UInt32(slip.contest), slipID: slip.slipID, slip: slip.bytes).encoded
        return Row(wrapped: try cipher.row(slip.slipID, value, in: .slips), value: value)
    }

    private func admission(of row: Row, _ placement: GroupWriter.Placement) throws -> Admission {
        try admission(of: row.wrapped, placement) { $0 == row.value }
    }

    private func admission(
        of row: SpoolRow, _ placement: GroupWriter.Placement, isSame: ([UInt8]) throws -> Bool
    ) throws -> Admission {
        guard case .taken(let wrapped) = placement else { return .accepted }
        let present = try cipher.open(SpoolRow(table: row.table, key: row.key, value: wrapped))
        return try isSame(Array(present)) ? .repeated : .differs
    }
}
