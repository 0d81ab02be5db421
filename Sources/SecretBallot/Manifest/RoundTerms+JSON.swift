import BallotTokens
import Recognition
import StrictEncoding

/// A manifest is its terms, with a name for its format and the tokens' keys beside the issuer's name.
extension RoundTerms {
    private static let format = "phieukin-round/1"

    private static let required = [
        "format", "kind", "title", "year", "authority", "guidance", "rules", "criteria", "units", "voters", "issuer",
        "board", "service",
    ]

    func json(tokenKeys: [TokenKey]) -> JSONValue {
        let value: JSONValue = [
            "format": .string(Self.format), "kind": .string(kind.rawValue), "title": .string(title),
            "year": .integer(year), "authority": authority.json, "guidance": guidance.json, "rules": rules.json,
            "criteria": .array(criteria.map(\.json)), "units": .array(units.map(\.json)),
            "voters": .array(voters.map(\.json)),
            "issuer": ["name": .string(issuerName), "tokenKeys": .array(tokenKeys.map { .bytes($0.bytes) })],
            "board": board.json, "service": service.json,
        ]
        return value.adding("details", details)
    }

    static func reading(_ reader: JSONReader) throws(MalformedInput) -> (terms: RoundTerms, tokenKeys: [TokenKey]) {
        let object = try reader.object(required, optional: ["details"])
        let format = try object.member("format")
        guard try format.string() == Self.format else { throw format.wrongValue(Self.format) }
        let issuer = try object.member("issuer").object(["name", "tokenKeys"])
        let terms = try RoundTerms(among: object, issuerName: issuerName(issuer.member("name")))
        return (terms, try tokenKeys(issuer.member("tokenKeys"), count: terms.contestCount))
    }

    private init(among object: JSONObjectReader, issuerName: String) throws(MalformedInput) {
        let kind: RoundKind = try object.member("kind").choice()
        self.init(
            kind: kind, title: try object.member("title").plainText(maximum: 1_000),
            year: try object.member("year").integer(in: 1930...9999),
            authority: try Authority(reading: object.member("authority")),
            guidance: try GuidanceReference(reading: object.member("guidance")),
            rules: try BallotRules(reading: object.member("rules")),
            criteria: try Self.criteria(object.member("criteria"), of: kind),
            units: try object.member("units").list(Unit.init(reading:), distinct: ("id", { ExactText($0.id) })),
            voters: try Self.voters(object.member("voters")), issuerName: issuerName,
            board: try CountingBoard(reading: object.member("board")),
            service: try ServiceKeys(reading: object.member("service")), details: object.optional("details")?.value)
    }

    /// The name goes into token challenges and into notes, whose rules are narrower than those of a text.
    private static func issuerName(_ reader: JSONReader) throws(MalformedInput) -> String {
        let name = try reader.string(maximum: 255)
        guard SignedNote.isName(name), name.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw reader.wrongValue("printable ASCII without spaces and plus signs")
        }
        return name
    }

    private static func criteria(_ reader: JSONReader, of kind: RoundKind) throws(MalformedInput) -> [Criterion] {
        let criteria = try reader.list(Criterion.init(reading:), distinct: ("id", { ExactText($0.id) }))
        guard kind == .recognition || criteria.count == 1 else {
            throw reader.wrongValue("an annulment round has one criterion")
        }
        return criteria
    }

    private static func voters(_ reader: JSONReader) throws(MalformedInput) -> [Voter] {
        let voters = try reader.list(Voter.init(reading:), distinct: ("id", { ExactText($0.id) }))
        try voters.requireDistinct("credentialKey", at: reader.place, by: \.credentialKey)
        return voters
    }

    private static func tokenKeys(_ reader: JSONReader, count: Int) throws(MalformedInput) -> [TokenKey] {
        let elements = try reader.array()
        guard elements.count == count else { throw MalformedInput(.wrongLength, at: reader.place, "\(count) keys") }
        let keys = try elements.map { element throws(MalformedInput) in try tokenKey(element) }
        try keys.requireDistinct("", at: reader.place, by: \.bytes)
        return keys
    }

    private static func tokenKey(_ reader: JSONReader) throws(MalformedInput) -> TokenKey {
        let bytes = try reader.bytes()
        guard let key = try? TokenKey(parsing: bytes) else {
            throw reader.wrongValue("a token key (RFC 9578 section 6.5) of 2048 bits with e = 65537")
        }
        return key
    }
}
