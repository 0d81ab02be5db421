import StrictEncoding

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
