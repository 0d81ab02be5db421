public import Recognition
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

    /// That what finders say contradicts the boxes; nil without a contradiction, and before the account may know.
    public let contradiction: BilingualText?

    /// That boxes are short of what relays sent; nil where none is, and before the account may know.
    public let short: BilingualText?

    /// That relays sent more ballots than there are; nil where not, and before the account may know.
    public let overstated: BilingualText?

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
        contradiction = try object.given("finders")?.looseObject().given("contradiction").map(
            BilingualText.init(reading:))
        let mix = try object.given("mix")?.looseObject()
        short = try mix?.given("warning").map(BilingualText.init(reading:))
        overstated = try mix?.given("overstatement").map(BilingualText.init(reading:))
    }
}

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

/// Whether a unit may be put to the ballot.
public struct UnitReview: Hashable, Sendable {
    public let id: String
    public let name: String

    /// The preconditions that it does not meet; none if it is eligible.
    public let failures: [UnitFailure]

    public var isEligible: Bool { failures.isEmpty }

    /// - Parameter id: the name of the member that holds the id, which differs between the calls.
    init(reading reader: JSONReader, id member: String) throws(MalformedInput) {
        let object = try reader.looseObject()
        id = try object.member(member).string()
        name = try object.member("name").string()
        failures = try object.list("failures", UnitFailure.init(reading:))
    }

    init(reading reader: JSONReader) throws(MalformedInput) { try self.init(reading: reader, id: "id") }
}

/// A precondition of the guidance that a unit does not meet.
public struct UnitFailure: Hashable, Sendable {
    public let precondition: String
    public let messages: BilingualText

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        precondition = try object.member("precondition").string()
        messages = try BilingualText(reading: object.member("messages"))
    }
}
