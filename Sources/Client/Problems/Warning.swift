public import Recognition
import StrictEncoding

/// Something that the service wants acknowledged, by name, before it goes on.
public struct Warning: Hashable, Sendable {
    /// "units-left-out", "few-present", "no-quorum", "without-ballot", "slips-missing", "relay-silent", "ballots-destroyed",
    /// "unanimous", "contradiction", "short", "clock-behind", "box-unread", "cards-void", "recognition-ended".
    public let name: String
    public let messages: BilingualText

    /// The contest that it is about, if it is about one.
    public let contest: Int?

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        name = try object.member("warning").string()
        contest = try object.given("contest")?.integer(in: 0 ... .max)
        messages = try BilingualText(reading: object.member("messages"))
    }
}
