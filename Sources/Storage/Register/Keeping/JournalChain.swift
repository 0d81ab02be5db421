import Crypto
import GRDB
import StrictEncoding

/// Chains the journal's entries, so that a change, a hole and a cut end all show.
///
/// digest = SHA-256("phieukin journal 1" || 00 || digest before || u64 place || u64 at || account || round || action
/// || detail), each text as 01 || u32 length || UTF-8, a round that is none as 00. The first entry's digest before is
/// 32 zero bytes. Whoever can write the database can compute a chain anew from where they
/// changed it; what they cannot is give it a head that somebody has written down.
enum JournalChain {
    private static let label = Array("phieukin journal 1".utf8) + [0]

    static func digest(of entry: JournalEntry, at place: Int, after before: [UInt8]) -> [UInt8] {
        var bytes = label + before
        bytes.append(bigEndian: UInt64(place))
        bytes.append(bigEndian: UInt64(bitPattern: Int64(entry.at)))
        for text in [entry.account, entry.round, entry.action, entry.detail] {
            guard let text else {
                bytes.append(0)
                continue
            }
            bytes.append(1)
            bytes.append(bigEndian: UInt32(text.utf8.count))
            bytes += text.utf8
        }
        return Array(SHA256.hash(data: bytes))
    }

    /// Adds an entry and moves the head on.
    static func append(_ entry: JournalEntry, _ db: Database) throws {
        let head = try head(db)
        let place = head.count + 1
        let digest = digest(of: entry, at: place, after: head.digest).blob
        try db.execute(
            sql: "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [place, entry.at, entry.account, entry.round, entry.action, entry.detail, digest])
        try db.execute(sql: "UPDATE journalHead SET entries = ?, digest = ?", arguments: [place, digest])
    }

    /// - Throws: `StorageError.corrupt` where it was taken away.
    static func head(_ db: Database) throws -> JournalHead {
        guard let row = try Row.fetchOne(db, sql: "SELECT entries, digest FROM journalHead") else {
            throw StorageError(.corrupt, "the journal's head is gone: restore the register from a backup")
        }
        return JournalHead(count: row["entries"], digest: row.bytes("digest"))
    }

    static func fault(known codes: [String], _ db: Database) throws -> JournalFault? {
        let head = try head(db)
        var last = JournalHead.empty
        var unknown = codes.filter { !last.isMeant(by: $0) }
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM journal ORDER BY place")
        while let row = try rows.next() {
            if let fault = fault(at: row, after: &last) { return fault }
            unknown.removeAll(where: last.isMeant)
        }
        guard last.count == head.count else { return .length(expected: head.count, found: last.count) }
        guard last == head else { return .head }
        return unknown.first.map(JournalFault.unknownCode)
    }

    private static func fault(at row: Row, after last: inout JournalHead) -> JournalFault? {
        let (place, entry) = (last.count + 1, JournalEntry(row: row))
        guard row["place"] == place else { return .missing(place: place) }
        let digest = digest(of: entry, at: place, after: last.digest)
        guard row.bytes("digest") == digest else { return .altered(place: place, entry) }
        last = JournalHead(count: place, digest: digest)
        return nil
    }
}
