import StrictEncoding

/// Whether a unit may be put to the ballot.
public struct UnitReview: Hashable, Sendable {
    public let id: String
    public let name: String

    /// The preconditions that it does not meet; none if it is eligible.
    public let failures: [UnitFailure]

    public var isEligible: Bool { failures.isEmpty }

    /// - Parameter id: the name of the member that holds the id, which differs between the calls.
    init(reading reader: JSONReader, id member: String) throws(MalformedInput) {
        let object = try reader.looseObject()
        id = try object.member(member).string()
        name = try object.member("name").string()
        failures = try object.list("failures", UnitFailure.init(reading:))
    }

    init(reading reader: JSONReader) throws(MalformedInput) { try self.init(reading: reader, id: "id") }
}
