import StrictEncoding

/// One line of the staff's journal: who did what, when. Voters' acts are not in it.
public struct JournalLine: Hashable, Sendable {
    /// Seconds since 1970.
    public let at: Int
    public let account: String?
    public let round: String?
    public let action: String
    public let detail: String?

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        at = try object.member("at").integer()
        account = try object.given("account")?.string()
        round = try object.given("round")?.string()
        action = try object.member("action").string()
        detail = try object.given("detail")?.string()
    }
}
