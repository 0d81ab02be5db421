import StrictEncoding

/// A round as its staff see it.
public struct RoundDetail: Hashable, Sendable {
    public let summary: RoundSummary

    /// Those that may not be put to the ballot too, with the reasons.
    public let units: [UnitReview]
    public let voters: [RoundVoter]

    /// Whether the counting board's key is in.
    public let hasBoard: Bool
    public let freezing: FreezeProgress?

    /// How many members of the board have signed the frozen manifest.
    public let freezeSignatures: Int
    public let turnout: Turnout?
    public let steps: [RoundStep]

    /// What the people in the room compare; nil until the round is frozen.
    public let roundCode: String?
    public let warnings: [Warning]

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        summary = try RoundSummary(reading: reader)
        units = try object.list("units", UnitReview.init(reading:))
        voters = try object.list("voters", RoundVoter.init(reading:))
        hasBoard = object.given("board") != nil
        freezing = try object.given("freezing").map(FreezeProgress.init(reading:))
        freezeSignatures = try object.member("freezeSignatures").integer(in: 0 ... .max)
        turnout = try object.given("turnout").map(Turnout.init(reading:))
        steps = try object.list("steps", RoundStep.init(reading:))
        roundCode = try object.given("roundCode")?.string()
        warnings = try object.list("warnings", Warning.init(reading:))
    }
}
