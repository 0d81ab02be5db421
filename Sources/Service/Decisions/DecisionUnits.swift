import Recognition
import StrictEncoding

/// Which units decisions are ordered for.
struct DecisionUnits {
    /// Nil for all that were recognised and are not decided yet.
    let ids: [String]?

    /// All on one paper.
    let together: Bool

    static let optionalMembers = ["units", "together"]

    init(_ ids: [String]?, together: Bool) { (self.ids, self.together) = (ids, together) }

    init(among object: JSONObjectReader) throws {
        together = try object.optional("together")?.bool() ?? false
        ids = try object.optional("units").flatMap { reader in
            guard reader.value != .null else { return nil }
            return try reader.array(maximum: UnitTable.maximumUnits).map { try $0.identifier() }
        }
    }
}
