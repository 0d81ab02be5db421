import StrictEncoding

/// The units put forward: columns `id` (mã), `name` (tên), `kind` (loại hình), then one a fact, headed by the fact's id
/// or by its name in either language.
public struct UnitTable: Hashable, Sendable {
    public static let maximumUnits = 1000

    /// In the table's order; ids and names are distinct. Each states every fact that the profile asks of its kind.
    public let rows: [UnitRow]

    private static let id = Column("id", "mã", "mã số")
    private static let name = Column("name", "tên", "tên tổ chức", "tên tổ chức đảng")
    private static let kind = Column("kind", "loại hình", "loại")

    /// - Parameter profile: whose facts the columns are.
    /// - Throws: `TableFaults`; nothing of a faulty table is returned.
    public init(parsing bytes: [UInt8], profile: GuidanceProfile) throws(TableFaults) {
        let table = try CSVTable(parsing: bytes)
        try table.requireUnicode()
        let facts = profile.facts.map(FactColumn.init)
        var reader = TableReader(table, columns: [Self.id, Self.name, Self.kind] + facts.map(\.column))
        let rows = table.rows.compactMap { Self.unit($0, facts, profile, &reader) }
        Self.findRepetitions(in: table, &reader)
        if rows.count > Self.maximumUnits {
            reader.faults.add(
                TableFault(line: table.header.line, .tooLarge, .atMost(Self.maximumUnits, "tổ chức", "units")))
        }
        try reader.faults.throwIfAny()
        self.rows = rows
    }

    private static func unit(
        _ row: CSVTable.Row, _ columns: [FactColumn], _ profile: GuidanceProfile, _ reader: inout TableReader
    ) -> UnitRow? {
        let (id, name) = (reader.identifier(id, of: row), reader.text(name, of: row))
        guard let kind = unitKind(of: row, &reader) else { return nil }
        let facts = facts(of: row, kind, columns, profile, &reader)
        guard let id, let name, let unit = try? Unit(id: id, name: name, kind: kind) else { return nil }
        return UnitRow(unit: unit, facts: facts)
    }

    private static func unitKind(of row: CSVTable.Row, _ reader: inout TableReader) -> UnitKind? {
        guard let field = reader.required(kind, of: row).map(FoldedName.init) else { return nil }
        let known = UnitKind.allCases.first {
            field == FoldedName($0.rawValue) || field == FoldedName($0.name.vietnamese)
        }
        if known == nil {
            let list = UnitKind.allCases
            let detail = BilingualText(
                list.map(\.name.vietnamese).joined(separator: "; "), list.map(\.rawValue).joined(separator: ", "))
            reader.fault(kind, of: row, .unknownKind, detail)
        }
        return known
    }

    /// The stated facts; one that the profile asks of this kind and the row does not state is a fault.
    private static func facts(
        of row: CSVTable.Row, _ kind: UnitKind, _ columns: [FactColumn], _ profile: GuidanceProfile,
        _ reader: inout TableReader
    ) -> [String: Int] {
        let asked = Set(profile.facts(for: kind).map(\.id))
        let flags = profile.flags
        var facts: [String: Int] = [:]
        for fact in columns {
            let range = 0...(flags.contains(fact.id) ? 1 : Fraction.largestDenominator)
            if let number = reader.number(fact.column, of: row, in: range) {
                facts[fact.id] = number
            } else if asked.contains(fact.id) {
                reader.unstated(fact.column, of: row)
            }
        }
        return facts
    }

    private static func findRepetitions(in table: CSVTable, _ reader: inout TableReader) {
        var (ids, names) = (FirstLines<String>(), FirstLines<FoldedName>())
        for row in table.rows {
            if let field = reader.field(id, of: row), let earlier = ids.earlier(field, line: row.line) {
                reader.fault(id, of: row, .repeatedIdentifier, earlier)
            }
            if let name = reader.field(name, of: row).map(FoldedName.init),
                let earlier = names.earlier(name, line: row.line)
            {
                reader.fault(Self.name, of: row, .repeatedName, earlier)
            }
        }
    }
}

/// A unit and what is stated of it.
public struct UnitRow: Hashable, Sendable {
    public let unit: Unit

    /// By fact id; flags are 0 or 1.
    public let facts: [String: Int]
}
