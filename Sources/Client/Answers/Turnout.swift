import StrictEncoding

/// How many take part in a round, as far as it has come.
public struct Turnout: Hashable, Sendable {
    /// Voters less those excused.
    public let summoned: Int
    public let present: Int

    /// Voters to whom tokens were issued.
    public let issued: Int

    /// Slips in all boxes together.
    public let slips: Int

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        summoned = try object.member("summoned").integer(in: 0 ... .max)
        present = try object.member("present").integer(in: 0 ... .max)
        issued = try object.member("issued").integer(in: 0 ... .max)
        slips = try object.member("slips").integer(in: 0 ... .max)
    }
}
