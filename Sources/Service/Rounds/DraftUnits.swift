import Recognition
import StrictEncoding

/// The units that were imported, with what was stated of them.
struct DraftUnits: Sendable {
    struct Entry: Sendable {
        let unit: Unit
        let facts: [String: Int]
    }

    let entries: [Entry]

    init(_ table: UnitTable) { entries = table.rows.map { Entry(unit: $0.unit, facts: $0.facts) } }

    /// - Throws: `MalformedInput`.
    init(stored bytes: [UInt8]) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "units", limit: 8 << 20)
        entries = try reader.array().map { reader throws(MalformedInput) in
            let object = try reader.object(["unit", "facts"])
            var facts: [String: Int] = [:]
            for member in try object.member("facts").looseObject().members {
                facts[member.name] = try JSONReader(member.value, at: "facts").integer()
            }
            return Entry(unit: try Unit(reading: object.member("unit")), facts: facts)
        }
    }

    var stored: [UInt8] {
        let list = entries.map { entry -> JSONValue in
            let facts = entry.facts.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .integer($0.value)) }
            return ["unit": entry.unit.json, "facts": .object(facts)]
        }
        return JSONValue.array(list).encoded()
    }

    /// Whether a unit may be put to the ballot, by the guidance's preconditions and the authority's competence. What is
    /// annulled was recognised once, so nothing is asked of it again.
    static func failures(
        of entry: Entry, kind: RoundKind, authority: Authority, profile: GuidanceProfile
    ) -> [UnitFailure] {
        guard case .competent = profile.competence(of: authority.kind, over: entry.unit.kind) else {
            return [.notCompetent(profile.competence(of: authority.kind, over: entry.unit.kind))]
        }
        guard kind == .recognition,
            case .ineligible(let failures) = profile.eligibility(of: entry.unit.kind, facts: entry.facts)
        else { return [] }
        return failures.map(UnitFailure.precondition)
    }
}
