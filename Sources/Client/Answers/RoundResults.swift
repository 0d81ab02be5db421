public import Recognition
public import SecretBallot
public import StrictEncoding

/// What a round's open boxes say, by the service's count.
public struct RoundResults: Hashable, Sendable {
    /// One a contest, in order.
    public let tallies: [ContestTally]

    /// As `outcomes.json` has them; recomputed by whoever must be sure.
    public let outcomes: JSONValue

    /// What must be acknowledged before the results are published.
    public let warnings: [Warning]

    /// Of board members whose own devices counted the same.
    public let minutesSignatures: [MinutesSignature]

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        tallies = try object.list("tally", ContestTally.init(reading:))
        outcomes = try object.member("outcomes").value
        warnings = try object.list("warnings", Warning.init(reading:))
        minutesSignatures = try object.list("minutesSignatures", MinutesSignature.init(reading:))
    }
}
