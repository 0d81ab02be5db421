public import StrictEncoding

/// The Party document that a profile puts into data.
public struct GuidanceDocument: Hashable, Sendable {
    /// "05-HD/TU"; nil where only a report of the guidance is at hand.
    public let number: String?

    /// nil where the text at hand leaves the day blank.
    public let date: CalendarDate?

    public let issuer: String

    /// How a decision cites it: "Hướng dẫn số 05-HD/TU ngày 03/5/2024 của …".
    public let citation: String
}

extension GuidanceDocument {
    /// Reads `{"number"?, "date"?, "issuer", "citation"}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["issuer", "citation"], optional: ["number", "date"])
        number = try object.optional("number")?.plainText(maximum: 60)
        date = try object.optional("date")?.calendarDate()
        issuer = try object.member("issuer").plainText()
        citation = try object.member("citation").plainText(maximum: 1000)
    }
}
