import Recognition
import SecretBallot
import StrictEncoding

/// What a step that cannot be taken back will cost: said by name, and acknowledged, before it is taken.
enum StepWarning: Sendable {
    /// The clock shows a time before the round's last step, both in seconds since 1970.
    case clockBehind(now: Int, last: Int)

    /// Units that were imported and are not put to the ballot.
    case unitsLeftOut([Unit])
    case secrecy(SecrecyWarning)

    /// A board of one, by its member's name: said, and not to be acknowledged.
    case boardOfOne(String)

    /// A board of several of which half or fewer open: said, and not to be acknowledged.
    case fewOpen(threshold: Int, members: Int)
    case noQuorum(present: Int, summoned: Int)

    /// Members who are present and have no ballot.
    case withoutBallot([Voter])

    /// Whose they are nobody knows.
    case slipsMissing(expected: Int, collected: Int)

    /// Relays that have not said how many ballots they sent, by their names.
    case relaySilent([String])

    /// What a cancelled round's members held and cast.
    case ballotsDestroyed(issued: Int, slips: Int)

    /// What a cancelled round's members held and cast is not known: its spool cannot be read as things are.
    case boxUnread

    /// A contest whose result tells how everybody voted.
    case unanimous(contest: Int, unit: Unit, criterion: Criterion)

    /// More voters found their slips than a box holds.
    case contradiction(FinderCounts, BilingualText)

    /// Relays sent more ballots than a box holds.
    case short(MixCounts, BilingualText)

    /// Relays sent more ballots than voters have.
    case overstated(MixCounts, BilingualText)

    /// Members whose keys of the board, registered by then, are given up with it.
    case boardReplaced([String])

    /// Members whose access cards, made by then, are good no more.
    case cardsVoid([VoidedCard])

    /// A unit whose recognition of a year is ended by annulling the decision of that number.
    case recognitionEnded(unit: String, year: Int, number: String)

    /// What the acknowledgement names: one word for all warnings of a kind.
    var name: String {
        switch self {
        case .clockBehind: "clock-behind"
        case .unitsLeftOut: "units-left-out"
        case .secrecy(.fewPresent): "few-present"
        case .unanimous: "unanimous"
        case .boardOfOne: "board-of-one"
        case .fewOpen: "few-open"
        case .noQuorum: "no-quorum"
        case .withoutBallot: "without-ballot"
        case .slipsMissing: "slips-missing"
        case .relaySilent: "relay-silent"
        case .ballotsDestroyed: "ballots-destroyed"
        case .boxUnread: "box-unread"
        case .contradiction: "contradiction"
        case .short: "short"
        case .overstated: "overstated"
        case .boardReplaced: "board-replaced"
        case .cardsVoid: "cards-void"
        case .recognitionEnded: "recognition-ended"
        }
    }

    var json: JSONValue {
        facts.reduce(["warning": .string(name)] as JSONValue) { $0.adding($1.name, $1.value) }
            .adding("messages", text.json)
    }

    /// What a program reads of it.
    private var facts: [JSONValue.Member] {
        switch self {
        case .clockBehind(let now, let last): [.init("now", .integer(now)), .init("last", .integer(last))]
        case .unitsLeftOut(let units): [.init("units", .array(units.map { .string($0.name) }))]
        case .boardOfOne(let name): [.init("name", .string(name))]
        case .fewOpen(let threshold, let members):
            [.init("threshold", .integer(threshold)), .init("of", .integer(members))]
        case .secrecy(.fewPresent(let present)): [.init("present", .integer(present))]
        case .noQuorum(let present, let summoned):
            [.init("present", .integer(present)), .init("summoned", .integer(summoned))]
        case .withoutBallot(let voters): [.init("voters", .array(voters.map { .string($0.name) }))]
        case .slipsMissing(let expected, let collected):
            [.init("expected", .integer(expected)), .init("collected", .integer(collected))]
        case .relaySilent(let relays): [.init("relays", .array(relays.map(JSONValue.string)))]
        case .ballotsDestroyed(let issued, let slips):
            [.init("issued", .integer(issued)), .init("slips", .integer(slips))]
        case .boxUnread: []
        case .unanimous(let contest, let unit, let criterion):
            [
                .init("contest", .integer(contest)), .init("unit", .string(unit.name)),
                .init("criterion", .string(criterion.name)),
            ]
        case .contradiction(let finders, _):
            [
                .init("found", .integer(finders.found)),
                .init("contests", .array(finders.contradictions.map(JSONValue.integer))),
            ]
        case .short(let mix, _):
            [
                .init("mixed", .integer(mix.mixed)),
                .init("contests", .array(mix.short.indices.filter { mix.short[$0] > 0 }.map(JSONValue.integer))),
            ]
        case .overstated(let mix, _): [.init("mixed", .integer(mix.mixed)), .init("issued", .integer(mix.issued))]
        case .boardReplaced(let members): [.init("members", .array(members.map(JSONValue.string)))]
        case .cardsVoid(let cards): [.init("cards", .array(cards.map(\.json)))]
        case .recognitionEnded(let unit, let year, let number):
            [
                .init("unit", .string(unit)), .init("year", .integer(year)), .init("number", .string(number)),
            ]
        }
    }

    /// - Throws: `Problem.unacknowledgedWarnings` with those that were not named.
    static func require(_ warnings: [StepWarning], acknowledged names: Set<String>) throws(Problem) {
        let open = warnings.filter { !names.contains($0.name) }
        guard open.isEmpty else {
            throw Problem(.unacknowledgedWarnings, members: [("warnings", .array(open.map(\.json)))])
        }
    }
}
