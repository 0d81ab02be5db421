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
