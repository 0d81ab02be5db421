public import Recognition
public import SecretBallot
import StrictEncoding

/// A round as the staff's list has it.
public struct RoundSummary: Hashable, Sendable {
    /// The service's own name of the round, there from the draft on.
    public let round: String

    /// Nil until the round is frozen.
    public let roundID: RoundID?
    public let state: RoundState
    public let kind: RoundKind
    public let title: String
    public let year: Int

    /// Seconds since 1970.
    public let createdAt: Int

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        round = try object.member("round").string()
        roundID = try object.given("roundID").map { reader throws(MalformedInput) in try RoundID(reader.bytes(32)) }
        state = try object.member("state").choice()
        kind = try object.member("kind").choice()
        title = try object.member("title").string()
        year = try object.member("year").integer()
        createdAt = try object.member("createdAt").integer()
    }
}
