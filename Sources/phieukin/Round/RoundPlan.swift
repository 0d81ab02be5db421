import Recognition
import StrictEncoding

/// A file that plans a whole round: what the server is told of it, and what its people will need later.
struct RoundPlan {
    /// What POST /staff/rounds takes.
    let draft: JSONValue

    let title: String
    let guidance: String
    let board: [Signer]

    /// How many of the board's members open the box together: more than half of several.
    var opening: Int { board.count / 2 + 1 }

    let signer: Signer?
    let decisions: Decisions?
    let annulment: Annulment?

    struct Decisions {
        let date: CalendarDate
        let body: String
        let firstNumber: Int?
    }

    struct Annulment {
        let unit: String
        let date: CalendarDate
        let reason: String
    }

    private static let required = ["title", "year", "authority", "guidance"]
    private static let optional = [
        "kind", "body", "rules", "details", "meeting", "board", "signer", "decisions", "annulment",
    ]

    /// - Throws: `MalformedInput`.
    init(parsing bytes: [UInt8]) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "plan", limit: 1 << 20)
        let object = try reader.object(Self.required, optional: Self.optional)
        title = try object.member("title").string()
        guidance = try object.member("guidance").identifier()
        board = try (object.optional("board")?.array() ?? []).map { member throws(MalformedInput) in
            try Signer(reading: member)
        }
        signer = try object.optional("signer").map(Signer.init(reading:))
        decisions = try object.optional("decisions").map(Decisions.init(reading:))
        annulment = try object.optional("annulment").map(Annulment.init(reading:))
        draft = try Self.draft(object, body: decisions?.body)
    }

    private static func draft(_ object: JSONObjectReader, body: String?) throws(MalformedInput) -> JSONValue {
        guard let body = try object.optional("body")?.string() ?? body else {
            throw MalformedInput(.missingMember, at: "plan.body", "the abbreviation in decisions' numbers, such as ĐU")
        }
        let draft: JSONValue = [
            "kind": object.optional("kind")?.value ?? .string(RoundKind.recognition.rawValue),
            "title": try object.member("title").value, "year": try object.member("year").value,
            "authority": try object.member("authority").value, "guidance": try object.member("guidance").value,
            "body": .string(body),
        ]
        let meeting = object.optional("meeting").map { JSONValue.object([.init("meeting", $0.value)]) }
        return
            draft
            .adding("details", object.optional("details")?.value ?? meeting)
            .adding("rules", object.optional("rules")?.value)
    }
}

extension RoundPlan.Decisions {
    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["date", "body"], optional: ["firstNumber"])
        date = try object.member("date").calendarDate()
        body = try object.member("body").string()
        firstNumber = try object.optional("firstNumber")?.integer(in: 1...DecisionNumber.largest)
    }
}

extension RoundPlan.Annulment {
    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["unit", "date", "reason"])
        unit = try object.member("unit").identifier()
        date = try object.member("date").calendarDate()
        reason = try object.member("reason").string()
    }
}
