public import Recognition
import StrictEncoding

/// What became of a table of units.
public struct UnitImport: Hashable, Sendable {
    public let units: Int
    public let eligible: Int
    public let ineligible: [UnitReview]

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        units = try object.member("units").integer(in: 0 ... .max)
        eligible = try object.member("eligible").integer(in: 0 ... .max)
        ineligible = try object.list("ineligible") { unit throws(MalformedInput) in
            try UnitReview(reading: unit, id: "unit")
        }
    }
}

/// What became of a table of voters.
public struct VoterImport: Hashable, Sendable {
    public let voters: Int

    /// How many have no credential key yet: the round cannot be frozen before all have.
    public let withoutKey: Int

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        voters = try object.member("voters").integer(in: 0 ... .max)
        withoutKey = try object.member("withoutKey").integer(in: 0 ... .max)
    }
}

/// A guidance profile that the service has.
public struct GuidanceEntry: Hashable, Sendable {
    public let id: String
    public let title: BilingualText

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        id = try object.member("id").string()
        title = try BilingualText(reading: object.member("title"))
    }
}
