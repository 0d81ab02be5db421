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

    /// Through whom ballots may come, in the manifest's order.
    public let relays: [RelayCount]

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        roundID = try RoundID(object.member("roundID").bytes(32))
        title = try object.member("title").string()
        state = try object.member("state").choice()
        turnout = try object.given("turnout").map(Turnout.init(reading:))
        contests = try object.member("contests").integer(in: 0 ... .max)
        steps = try object.list("steps", RoundStep.init(reading:))
        relays = try object.list("relays", RelayCount.init(reading:))
    }
}

/// A relay of a round, and of how many voters it says that it mixed the ballots.
public struct RelayCount: Hashable, Sendable {
    public let name: String

    /// Nil as long as it has not said so.
    public let voters: Int?

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        name = try object.member("name").string()
        voters = try object.given("voters")?.integer(in: 0 ... .max)
    }
}

/// Where a round stands.
public enum RoundState: String, CaseIterable, Hashable, Sendable {
    case draft, frozen, issuing, voting, closing, sealed, opened, certified, cancelled
}

/// When a round came into a state.
public struct RoundStep: Hashable, Sendable {
    public let state: RoundState

    /// Seconds since 1970.
    public let at: Int

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        state = try object.member("state").choice()
        at = try object.member("at").integer()
    }
}

/// How many take part in a round, as far as it has come.
public struct Turnout: Hashable, Sendable {
    /// Voters less those excused.
    public let summoned: Int
    public let present: Int

    /// Voters to whom tokens were issued.
    public let issued: Int

    /// Slips in all boxes together.
    public let slips: Int

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        summoned = try object.member("summoned").integer(in: 0 ... .max)
        present = try object.member("present").integer(in: 0 ... .max)
        issued = try object.member("issued").integer(in: 0 ... .max)
        slips = try object.member("slips").integer(in: 0 ... .max)
    }
}

/// How a voter stands to the meeting.
public enum PresenceMark: String, CaseIterable, Hashable, Sendable {
    /// Có mặt.
    case present

    /// Vắng có lý do, with the committee's agreement: not counted as summoned.
    case excused

    /// Vắng không lý do.
    case absent
}
