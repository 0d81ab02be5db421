import Recognition
import StrictEncoding

/// What a secretary says of a round before its units, voters and board come in.
struct RoundDraft: Sendable {
    let kind: RoundKind
    let title: String
    let year: Int
    let authority: Authority
    let guidance: String

    /// The abbreviation in the numbers of its decisions, "ĐU".
    let body: String
    let rules: BallotRules?
    let details: JSONValue?

    /// - Throws: `MalformedInput`.
    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(
            ["kind", "title", "year", "authority", "guidance", "body"], optional: ["rules", "details"])
        kind = try object.member("kind").choice()
        title = try object.member("title").typedText(maximum: 1_000)
        year = try object.member("year").integer(in: 1930...9999)
        authority = try Authority(typed: object.member("authority"))
        guidance = try object.member("guidance").identifier()
        let body = try object.member("body")
        self.body = TypedText.cleaned(try body.string(maximum: 100))
        do {
            _ = try DecisionNumber(1, body: self.body)
        } catch {
            throw error.inside(body.place)
        }
        rules = try object.optional("rules").map(BallotRules.init(reading:))
        details = try object.optional("details").map { reader throws(MalformedInput) in
            _ = try reader.looseObject()
            return reader.value
        }
    }

    init(stored bytes: [UInt8]) throws(MalformedInput) {
        try self.init(reading: JSONReader(parsing: bytes, as: "draft", limit: 1 << 20))
    }

    var json: JSONValue {
        let value: JSONValue = [
            "kind": .string(kind.rawValue), "title": .string(title), "year": .integer(year),
            "authority": authority.json, "guidance": .string(guidance), "body": .string(body),
        ]
        return value.adding("rules", rules?.json).adding("details", details)
    }
}
