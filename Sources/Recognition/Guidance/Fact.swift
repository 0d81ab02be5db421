public import StrictEncoding

/// A whole number stated of a unit before the ballot; the column of the units' table that holds it.
public struct Fact: Hashable, Sendable {
    /// "members.total"
    public let id: String
    public let name: BilingualText
}

extension Fact {
    /// Reads `{"id", "name": {"vi", "en"}}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["id", "name"])
        id = try object.member("id").identifier()
        name = try BilingualText(reading: object.member("name"))
    }
}
