import Recognition
import Testing

@Suite struct UnitTableTests {
    private static let facts = [
        "members.total", "members.completed", "members.good", "members.disciplined", "meetings.total", "meetings.fair",
        "quarters.thematic", "admissions.met",
    ]
    private static let header = (["id", "name", "kind"] + facts).joined(separator: ",")
    private static let numbers = "20,20,14,0,12,12,4,1"

    private func table(_ text: String) throws -> UnitTable {
        try UnitTable(parsing: Array(text.utf8), profile: profile("lai-chau-05-hd-tu"))
    }

    private func faults(_ text: String) throws -> [String] {
        let faults = try #require(throws: TableFaults.self) { try table(text) }
        return faults.list.map { "\($0.line) \($0.column ?? "") \($0.reason.rawValue)" }
    }

    @Test func idsAndLabelsAsHeaders() throws {
        let profile = try profile("lai-chau-05-hd-tu")
        let names = profile.facts(for: .subordinateCell).map { "\"\($0.name.vietnamese)\"" }
        #expect(profile.facts(for: .subordinateCell).map(\.id) == Self.facts)
        let byName =
            "Mã;Tên;Loại hình;\(names.joined(separator: ";"))\n"
            + "cb-1;Chi bộ 1;Chi bộ trực thuộc Đảng ủy cơ sở;\(Self.numbers.replacing(",", with: ";"))\n"
        let byID = "\(Self.header)\ncb-1,Chi bộ 1,subordinate-cell,\(Self.numbers)\n"
        #expect(try table(byName) == table(byID))
        #expect(try table(byID).rows.first?.facts["members.good"] == 14)
    }

    @Test func everyFaultWithItsLine() throws {
        let text = """
            \(Self.header)
            cb-1,Chi bộ 1,subordinate-cell,\(Self.numbers)
            cb-1,Chi bộ 2,subordinate-cell,\(Self.numbers)
            cb-3,Chi bộ 1,subordinate-cell,\(Self.numbers)
            cb-4,Chi bộ 4,cell,\(Self.numbers)
            cb-5,Chi bộ 5,subordinate-cell,20,20,14.5,0,12,12,4,1
            cb-6,Chi bộ 6,subordinate-cell,20,20,,0,12,12,4,1
            cb-7,Chi bộ 7,subordinate-cell,20,20,-1,0,12,12,4,1
            cb-8,Chi bộ 8,subordinate-cell,20,20,14,0,12,12,4,2
            cb-9,Chi bộ 9,subordinate-cell,9999999999999999999999,20,14,0,12,12,4,1
            cb-10,,,20,20,14,0,12,12,4,1

            """
        #expect(
            try faults(text) == [
                "3 id repeated-identifier", "4 name repeated-name", "5 kind unknown-kind", "6 members.good bad-number",
                "7 members.good empty-field", "8 members.good bad-number", "9 admissions.met bad-number",
                "10 members.total bad-number", "11 name empty-field", "11 kind empty-field",
            ])
    }

    @Test func missingFactsAreSaidOnce() throws {
        let text = "id,name,kind\ncb-1,Chi bộ 1,subordinate-cell\ncb-2,Chi bộ 2,subordinate-cell\n"
        #expect(try faults(text) == Self.facts.map { "1 \($0) missing-column" })
    }

    @Test func factsOfOtherKindsMayStayEmpty() throws {
        let text =
            "\(Self.header),bodies.total,bodies.completed,bodies.good,system.good\n"
            + "cb-1,Chi bộ 1,grassroots-cell,\(Self.numbers),,,,\n"
            + "db-1,Đảng bộ 1,đảng bộ cơ sở,,,,0,,,,1,8,8,6,1\n"
        let rows = try table(text).rows
        #expect(rows.map(\.unit.kind) == [.grassrootsCell, .grassrootsOrganization])
        #expect(rows[0].facts["bodies.total"] == nil)
        let profile = try profile("lai-chau-05-hd-tu")
        #expect(rows.allSatisfy { profile.eligibility(of: $0.unit.kind, facts: $0.facts) == .eligible })
    }
}
