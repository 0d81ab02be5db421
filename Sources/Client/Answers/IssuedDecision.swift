import StrictEncoding

/// A decision that was just signed.
public struct IssuedDecision: Hashable, Sendable {
    /// The SHA-256 of its statement, its name in the register.
    public let digest: [UInt8]

    /// "41-QĐ/ĐU"
    public let number: String

    /// Nil for an annulment.
    public let unit: String?

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        digest = try object.member("digest").bytes(32)
        number = try object.member("number").string()
        unit = try object.given("unit")?.string()
    }
}
