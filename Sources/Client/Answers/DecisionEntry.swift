import StrictEncoding

/// A decision as the register lists it.
public struct DecisionEntry: Sendable {
    public let digest: [UInt8]

    /// "41-QĐ/ĐU"
    public let number: String

    /// "2026-12-20"
    public let date: String
    public let title: String
    public let year: Int

    /// The name of the authority that decided.
    public let authority: String
    public let unit: (id: String, name: String)
    public let isAnnulled: Bool

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        digest = try object.member("digest").bytes(32)
        number = try object.member("number").string()
        date = try object.member("date").string()
        title = try object.member("title").string()
        year = try object.member("year").integer()
        authority = try object.member("authority").string()
        let unit = try object.member("unit").looseObject()
        self.unit = (try unit.member("id").string(), try unit.member("name").string())
        isAnnulled = object.given("annulled") != nil
    }
}

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

/// A numbered paper that waits for a signature from outside the service.
public struct PreparedPaper: Hashable, Sendable {
    public let id: Int

    /// "41-QĐ/ĐU"
    public let number: String

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        id = try object.member("id").integer()
        number = try object.member("number").string()
    }
}
