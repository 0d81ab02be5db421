import Recognition
import StrictEncoding

/// A voter as the staff see them.
public struct RoundVoter: Hashable, Sendable {
    public let id: String
    public let name: String
    public let position: String?
    public let hasKey: Bool
    public let mark: PresenceMark

    /// Whether tokens were issued to them.
    public let isIssued: Bool

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        id = try object.member("id").string()
        name = try object.member("name").string()
        position = try object.given("position")?.string()
        hasKey = object.given("credentialKey") != nil
        mark = try object.member("mark").choice()
        isIssued = try object.member("issued").bool()
    }
}
