import Recognition
public import SecretBallot
import StrictEncoding

/// What anyone may know of a round while it runs.
public struct RoundStatus: Hashable, Sendable {
    public let roundID: RoundID
    public let title: String
    public let state: RoundState
    /// Nil where the round ended before anybody came.
    public let turnout: Turnout?

    /// How many contests there are: units times criteria.
    public let contests: Int
    public let steps: [RoundStep]

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        roundID = try RoundID(object.member("roundID").bytes(32))
        title = try object.member("title").string()
        state = try object.member("state").choice()
        turnout = try object.given("turnout").map(Turnout.init(reading:))
        contests = try object.member("contests").integer(in: 0 ... .max)
        steps = try object.list("steps", RoundStep.init(reading:))
    }
}
