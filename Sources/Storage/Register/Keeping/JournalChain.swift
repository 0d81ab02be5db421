import Crypto
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
    static func append(_ entry: JournalEntry, _ session: any SQLSession) throws {
        let head = try head(session)
        let place = head.count + 1
        let digest = digest(of: entry, at: place, after: head.digest)
        try session.execute(
            "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)",
            [place, entry.at, entry.account, entry.round, entry.action, entry.detail, digest])
        try session.execute("UPDATE journalHead SET entries = ?, digest = ?", [place, digest])
    }

    /// - Throws: `StorageError.corrupt` where it was taken away.
    static func head(_ session: any SQLSession) throws -> JournalHead {
        guard let row = try session.row("SELECT entries, digest FROM journalHead") else {
            throw StorageError(.corrupt, "the journal's head is gone: restore the register from a backup")
        }
        return try JournalHead(count: row["entries"], digest: row["digest"])
    }

    static func fault(known codes: [String], _ session: any SQLSession) throws -> JournalFault? {
        let head = try head(session)
        var last = JournalHead.empty
        var unknown = codes.filter { !last.isMeant(by: $0) }
        var fault: JournalFault?
        try session.forEach("SELECT * FROM journal ORDER BY place", []) { row in
            guard fault == nil else { return }
            fault = try self.fault(at: row, after: &last)
            unknown.removeAll(where: last.isMeant)
        }
        if let fault { return fault }
        guard last.count == head.count else { return .length(expected: head.count, found: last.count) }
        guard last == head else { return .head }
        return unknown.first.map(JournalFault.unknownCode)
    }

    private static func fault(at row: SQLRow, after last: inout JournalHead) throws -> JournalFault? {
        let (place, entry) = (last.count + 1, try JournalEntry(row: row))
        guard try row["place"] == place else { return .missing(place: place) }
        let digest = digest(of: entry, at: place, after: last.digest)
        guard try row["digest"] == digest else { return .altered(place: place, entry) }
        last = JournalHead(count: place, digest: digest)
        return nil
    }
}
