import StrictEncoding

/// The committee's members: columns `id` (mã), `name` (họ và tên) and perhaps `position` (chức vụ), `birthYear`
/// (năm sinh), `credentialKey` (khóa).
public struct VoterTable: Hashable, Sendable {
    public static let maximumVoters = 1000

    /// In the table's order; ids are distinct, and so are keys. Members of one name differ in position or year of birth.
    public let rows: [VoterRow]

    private static let id = Column("id", "mã", "mã số", "mã đại biểu")
    private static let name = Column("name", "họ và tên", "họ tên", "tên")
    private static let position = Column("position", "chức vụ", required: false)
    private static let birthYear = Column("birthYear", "birth year", "năm sinh", required: false)
    private static let credentialKey = Column("credentialKey", "credential key", "khóa", "khoá", required: false)

    /// - Throws: `TableFaults`; nothing of a faulty table is returned.
    public init(parsing bytes: [UInt8]) throws(TableFaults) {
        let table = try CSVTable(parsing: bytes)
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
        var (ids, keys, names) = (FirstLines<String>(), FirstLines<String>(), FirstLines<[String?]>())
        for row in table.rows {
            let who = [name, position, birthYear].map { reader.field($0, of: row) }
            if let field = reader.field(id, of: row), let earlier = ids.earlier(field, line: row.line) {
                reader.fault(id, of: row, .repeatedIdentifier, earlier)
            }
            if let field = reader.field(credentialKey, of: row), let earlier = keys.earlier(field, line: row.line) {
                reader.fault(credentialKey, of: row, .repeatedKey, earlier)
            }
            if who[0] != nil, let earlier = names.earlier(who, line: row.line) {
                reader.fault(name, of: row, .repeatedName, earlier)
            }
        }
    }
}
