import StrictEncoding

/// The committee's members: columns `id` (mã), `name` (họ và tên) and perhaps `position` (chức vụ), `birthYear`
/// (năm sinh), `credentialKey` (khóa).
public struct VoterTable: Hashable, Sendable {
    public static let maximumVoters = 1000

    /// In the table's order; ids are distinct, and so are keys. Of members of one name, position or year of
    /// birth is stated of both, and differs.
    public let rows: [VoterRow]

    private static let id = Column("id", "mã", "mã số", "mã đại biểu")
    private static let name = Column("name", "họ và tên", "họ tên", "tên")
    private static let position = Column("position", "chức vụ", required: false)
    private static let birthYear = Column("birthYear", "birth year", "năm sinh", required: false)
    private static let credentialKey = Column("credentialKey", "credential key", "khóa", "khoá", required: false)

    /// - Throws: `TableFaults`; nothing of a faulty table is returned.
    public init(parsing bytes: [UInt8]) throws(TableFaults) {
        let table = try CSVTable(parsing: bytes)
        try table.requireUnicode()
        var reader = TableReader(
            table, columns: [Self.id, Self.name, Self.position, Self.birthYear, Self.credentialKey])
        let rows = table.rows.compactMap { Self.voter($0, &reader) }
        Self.findRepetitions(in: table, &reader)
        if rows.count > Self.maximumVoters {
            reader.faults.add(
                TableFault(line: table.header.line, .tooLarge, .atMost(Self.maximumVoters, "người", "voters")))
        }
        try reader.faults.throwIfAny()
        self.rows = rows
    }

    private static func voter(_ row: CSVTable.Row, _ reader: inout TableReader) -> VoterRow? {
        let (id, name) = (reader.identifier(id, of: row), reader.text(name, of: row))
        let position = reader.optionalText(position, of: row)
        let birthYear = reader.number(birthYear, of: row, in: 1900...2200)
        let key = credentialKey(of: row, &reader)
        guard let id, let name else { return nil }
        return VoterRow(id: id, name: name, position: position, birthYear: birthYear, credentialKey: key)
    }

    private static func credentialKey(of row: CSVTable.Row, _ reader: inout TableReader) -> [UInt8]? {
        guard let text = reader.field(credentialKey, of: row) else { return nil }
        return reader.check(credentialKey, of: row, .badKey) { () throws(MalformedInput) in
            let bytes = try Base64URL.decode(text)
            guard bytes.count == 65, bytes.first == 4 else {
                throw MalformedInput(.wrongLength, at: "", "65 bytes, the first 04, in base64url")
            }
            return bytes
        }
    }

    private static func findRepetitions(in table: CSVTable, _ reader: inout TableReader) {
        var (ids, keys) = (FirstLines<String>(), FirstLines<String>())
        var namesakes: [FoldedName: [Namesake]] = [:]
        for row in table.rows.prefix(maximumVoters) {
            if let field = reader.field(id, of: row), let earlier = ids.earlier(field, line: row.line) {
                reader.fault(id, of: row, .repeatedIdentifier, earlier)
            }
            if let field = reader.field(credentialKey, of: row), let earlier = keys.earlier(field, line: row.line) {
                reader.fault(credentialKey, of: row, .repeatedKey, earlier)
            }
            guard let name = reader.field(Self.name, of: row).map(FoldedName.init) else { continue }
            let member = Namesake(
                line: row.line, details: [position, birthYear].map { reader.field($0, of: row).map(FoldedName.init) })
            if let same = namesakes[name]?.first(where: member.isPerhaps) {
                reader.fault(Self.name, of: row, .repeatedName, .asOnLine(same.line))
            }
            namesakes[name, default: []].append(member)
        }
    }

    /// One of several members of one name, and what else is said of them.
    private struct Namesake {
        let line: Int
        let details: [FoldedName?]

        /// Whether nothing that is said of both tells them apart.
        func isPerhaps(_ other: Namesake) -> Bool {
            zip(details, other.details).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
        }
    }
}

/// A member of the committee, as the secretary's table has it.
public struct VoterRow: Hashable, Sendable {
    public let id: String
    public let name: String

    /// "Bí thư"; nil where the table does not say.
    public let position: String?

    /// Tells two members of one name apart; nil where the table does not say.
    public let birthYear: Int?

    /// P-256, uncompressed, 65 bytes; nil while access codes are still to be made. That it is on the curve is checked
    /// by whoever uses it.
    public let credentialKey: [UInt8]?
}
