import FoundationEssentials
import GRDB
import StrictEncoding

extension SQLiteSpool {
    public func withBoxes<Value: Sendable>(
        _ body: @Sendable (_ read: BoxReading) throws -> Value
    ) async throws -> Value {
        guard writer.phase != .accepting else {
            throw StorageError(.wrongState(present: "open"), "close the spool before its boxes are read")
        }
        let contests = contests
        return try await read { db, cipher in
            let entries = try Self.sortedEntries(db, cipher)
            return try body { receive in
                try Self.write(entries, contests, to: receive) { try Self.slip(of: $0, db, cipher) }
            }
        }
    }

    /// The first pass: what to sort by, without the slips.
    private static func sortedEntries(_ db: Database, _ cipher: SpoolCipher) throws -> [BoxEntry] {
        var entries: [BoxEntry] = []
        try forEach(.slips, db, cipher) { entries.append(BoxEntry(try SpooledSlip(decoding: $0))) }
        entries.sort()
        return entries
    }

    /// The second pass: each box's count, then its slips, fetched one by one.
    private static func write(
        _ entries: [BoxEntry], _ contests: Int, to receive: ([UInt8]) throws -> Void,
        slip: (BoxEntry) throws -> [UInt8]
    ) throws {
        var buffer: [UInt8] = []
        var rest = entries[...]
        for contest in 0..<contests {
            let box = rest.prefix { $0.contest == contest }
            rest = rest.dropFirst(box.count)
            buffer.append(bigEndian: UInt32(box.count))
            for entry in box {
                buffer += try slip(entry)
                guard buffer.count > 1 << 18 else { continue }
                try receive(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        guard rest.isEmpty else { throw StorageError(.corrupt, "the spool: slips of a contest that is not there") }
        try receive(buffer)
    }

    private static func slip(of entry: BoxEntry, _ db: Database, _ cipher: SpoolCipher) throws -> [UInt8] {
        let key = cipher.key(of: entry.slipID, in: .slips)
        guard let plain = try SpoolFormat.value(of: key, in: .slips, db, cipher) else {
            throw StorageError(.corrupt, "the spool: a slip's row is not under its key")
        }
        let spooled = try SpooledSlip(decoding: Array(plain))
        guard BoxEntry(spooled) == entry else { throw StorageError(.corrupt, "the spool: a slip under another's key") }
        return spooled.slip
    }
}
