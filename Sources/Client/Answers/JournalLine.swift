public import Recognition
import StrictEncoding

/// The staff's journal, and by what it is known later whether it was changed.
public struct StaffJournal: Hashable, Sendable {
    /// The latest first.
    public let lines: [JournalLine]

    /// To be written down: the number of all its entries and a digest of them.
    public let code: String

    /// Why it is not the one that had the codes that were asked about; nil where it is, or nothing was asked.
    public let fault: BilingualText?

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        lines = try object.list("entries", JournalLine.init(reading:))
        code = try object.member("code").string()
        fault = try object.given("fault").map(BilingualText.init(reading:))
    }
}

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
