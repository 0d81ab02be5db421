import Recognition
import SecretBallot
import StrictEncoding

/// The board of several that a secretary asks for: who is on it, and how many of them open.
struct BoardOrder: Sendable {
    let threshold: Int
    let names: [String]

    /// The warnings that were read and accepted.
    let acknowledged: Set<String>

    /// Reads {threshold, names, acknowledge?}.
    /// - Throws: `MalformedInput` unless there are 2 to 9 names that nobody takes for one another, and a threshold of 2
    ///   to as many.
    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["threshold", "names"], optional: ["acknowledge"])
        let list = try object.member("names")
        let names = try list.array(maximum: BoardCeremony.memberCounts.upperBound)
            .map { reader throws(MalformedInput) in try reader.typedText(maximum: 200) }
        guard BoardCeremony.memberCounts.contains(names.count) else {
            throw MalformedInput(.wrongLength, at: list.place, "2 to 9 names")
        }
        guard Set(names.map(FoldedName.init)).count == names.count else {
            throw MalformedInput(.repeated, at: list.place, "each member once: add what tells them apart")
        }
        threshold = try object.member("threshold").integer(in: 2...names.count)
        self.names = names
        acknowledged = try object.acknowledgements()
    }
}

/// What a member is given to take a seat with: shown to the secretary once.
struct Invitation: Sendable {
    /// From 0.
    let place: Int
    let name: String
    let code: InvitationCode

    var json: JSONValue {
        ["place": .integer(place), "name": .string(name), "code": .string(code.printed)]
    }
}
