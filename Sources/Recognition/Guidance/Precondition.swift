public import StrictEncoding

/// Something that a unit must show before it is put to the ballot.
public struct Precondition: Hashable, Sendable {
    public let id: String
    public let check: PreconditionCheck

    /// The kinds of unit that it is asked of.
    public let units: [UnitKind]

    /// The criterion under which the guidance lists it, where it does.
    public let criterion: String?

    public let text: BilingualText
    public let source: String
}

extension Precondition {
    /// Reads `{"id", "check", "units", "criterion"?, "text", "source"}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["id", "check", "units", "text", "source"], optional: ["criterion"])
        id = try object.member("id").identifier()
        check = try PreconditionCheck(reading: object.member("check"))
        units = try object.member("units").unitKinds()
        criterion = try object.optional("criterion")?.identifier()
        text = try BilingualText(reading: object.member("text"))
        source = try object.member("source").plainText(maximum: 1000)
    }
}
