import BallotTokens
import Recognition
import StrictEncoding

/// A manifest is its terms, with a name for its format and the tokens' keys beside the issuer's name.
extension RoundTerms {
    private static let formats = Dictionary(
        uniqueKeysWithValues: ProtocolVersion.allCases.map { ("phieukin-round/\($0.rawValue)", $0) })

    private static let required = [
        "format", "kind", "title", "year", "authority", "guidance", "rules", "criteria", "units", "voters", "issuer",
        "board", "service",
    ]

    func json(tokenKeys: [TokenKey]) -> JSONValue {
        let value: JSONValue = [
            "format": .string("phieukin-round/\(version.rawValue)"), "kind": .string(kind.rawValue),
            "title": .string(title),
            "year": .integer(year), "authority": authority.json, "guidance": guidance.json, "rules": rules.json,
            "criteria": .array(criteria.map(\.json)), "units": .array(units.map(\.json)),
            "voters": .array(voters.map(\.json)),
            "issuer": ["name": .string(issuerName), "tokenKeys": .array(tokenKeys.map { .bytes($0.bytes) })],
            "board": board.json, "service": service.json,
        ]
        return value.adding("casting", casting?.json).adding("details", details)
    }

    static func reading(_ reader: JSONReader) throws(MalformedInput) -> (terms: RoundTerms, tokenKeys: [TokenKey]) {
        let version = try version(of: reader)
        let object = try reader.object(required + (version == .one ? [] : ["casting"]), optional: ["details"])
        let issuer = try object.member("issuer").object(["name", "tokenKeys"])
        let terms = try RoundTerms(among: object, version: version, issuerName: issuerName(issuer.member("name")))
        if version != .one { try terms.requireDistinctKeys() }
        return (terms, try tokenKeys(issuer.member("tokenKeys"), count: terms.contestCount))
    }

    /// Told before anything else is read, since it says which members there are.
    private static func version(of reader: JSONReader) throws(MalformedInput) -> ProtocolVersion {
        let format = try reader.looseObject().member("format")
        guard let version = formats[try format.string()] else {
            throw format.wrongValue(formats.keys.sorted().joined(separator: " or "))
        }
        return version
    }

    /// No key is another's: a signature says by its key whose it is.
    private func requireDistinctKeys() throws(MalformedInput) {
        var seen: Set<VerifyingKey> = []
        for (place, key) in keys where !seen.insert(key).inserted {
            throw MalformedInput(.repeated, at: "manifest.\(place)", "another key of the manifest is the same")
        }
    }

    /// All keys of P-256, with their places.
    var keys: [(place: String, key: VerifyingKey)] {
        let relays = (casting?.relays ?? []).enumerated().map { ("casting.relays[\($0)].key", $1.key) }
        let gateway = casting.map { [("casting.gateway", $0.gateway.publicKey)] } ?? []
        return [("service.receiptKey", service.receiptKey), ("board.publicKey", board.publicKey)]
            + board.members.enumerated().map { ("board.members[\($0)].key", $1.key) }
            + board.members.enumerated().compactMap { place, member in
                member.dkgKey.map { ("board.members[\(place)].dkgKey", $0) }
            }
            + gateway + relays + voters.enumerated().map { ("voters[\($0)].credentialKey", $1.credentialKey) }
    }

    private init(
        among object: JSONObjectReader, version: ProtocolVersion, issuerName: String
    ) throws(MalformedInput) {
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
            board: try CountingBoard(reading: object.member("board"), in: version),
            service: try ServiceKeys(reading: object.member("service")),
            casting: try object.optional("casting").map { casting throws(MalformedInput) in
                try Casting(reading: casting)
            },
            details: object.optional("details")?.value)
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
