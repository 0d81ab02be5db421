import Recognition
import SecretBallot
import StrictEncoding

/// What a frozen round will always be; its manifest, with all its keys, is read once for it.
struct RoundFacts: Sendable {
    /// The service's own name, short enough to be typed.
    let name: String
    let roundID: RoundID
    let kind: RoundKind
    let title: String
    let year: Int
    let authority: Authority
    let rules: BallotRules
    let units: [Unit]
    let criteria: [Criterion]
    let voterCount: Int
    let boardMembers: [String]

    init(_ manifest: Manifest, name: String) {
        self.name = name
        roundID = manifest.roundID
        kind = manifest.kind
        title = manifest.title
        year = manifest.year
        authority = manifest.authority
        rules = manifest.rules
        units = manifest.units
        criteria = manifest.criteria
        voterCount = manifest.voters.count
        boardMembers = manifest.board.members.map(\.name)
    }

    /// Characters beyond which a title takes more than two lines of the room's screen.
    private static let longTitle = 90

    var contestCount: Int { units.count * criteria.count }

    var json: JSONValue {
        [
            "name": .string(name), "roundID": .string(roundID.description), "kind": .string(kind.rawValue),
            "title": .string(title), "isLong": .bool(title.count > Self.longTitle), "year": .integer(year),
            "authority": authority.json,
            "rules": [
                "attendance": rules.attendance.text.json, "turnout": rules.turnout.text.json,
                "approval": rules.approval.text.json,
            ],
            "first": kind.firstChoice.json, "units": .integer(units.count), "voters": .integer(voterCount),
            "criteria": .array(criteria.map(\.json)), "board": .array(boardMembers.map(JSONValue.string)),
        ]
    }
}
