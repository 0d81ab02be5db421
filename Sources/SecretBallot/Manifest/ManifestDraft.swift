public import BallotTokens
public import Recognition
public import StrictEncoding

/// What goes into a manifest; freezing turns it into bytes, once.
public struct ManifestDraft: Sendable {
    public var kind: RoundKind
    public var title: String
    public var year: Int
    public var authority: Authority
    public var guidance: GuidanceReference
    public var rules: BallotRules
    public var criteria: [Criterion]
    public var units: [Unit]
    public var voters: [Voter]
    public var issuerName: String
    public var board: CountingBoard
    public var service: ServiceKeys
    public var details: JSONValue?

    public init(
        kind: RoundKind, title: String, year: Int, authority: Authority, guidance: GuidanceReference,
        rules: BallotRules, criteria: [Criterion], units: [Unit], voters: [Voter], issuerName: String,
        board: CountingBoard, service: ServiceKeys, details: JSONValue? = nil
    ) {
        self.kind = kind
        self.title = title
        self.year = year
        self.authority = authority
        self.guidance = guidance
        self.rules = rules
        self.criteria = criteria
        self.units = units
        self.voters = voters
        self.issuerName = issuerName
        self.board = board
        self.service = service
        self.details = details
    }

    /// How many contests, and so token keys, the round has.
    public var contestCount: Int { units.count * criteria.count }

    /// Makes the manifest's bytes and reads them back as any stranger would.
    /// - Parameter tokenKeys: one key a contest, in the contests' order.
    /// - Throws: `MalformedInput` if the draft breaks a rule of the protocol page.
    public func frozen(tokenKeys: [TokenKey]) throws(MalformedInput) -> Manifest {
        try Manifest(json(tokenKeys: tokenKeys).encoded(indented: true))
    }

    private func json(tokenKeys: [TokenKey]) -> JSONValue {
        let value: JSONValue = [
            "format": .string(Manifest.format), "kind": .string(kind.rawValue), "title": .string(title),
            "year": .integer(year), "authority": authority.json, "guidance": guidance.json, "rules": rules.json,
            "criteria": .array(criteria.map(\.json)), "units": .array(units.map(\.json)),
            "voters": .array(voters.map(\.json)),
            "issuer": ["name": .string(issuerName), "tokenKeys": .array(tokenKeys.map { .bytes($0.bytes) })],
            "board": board.json, "service": service.json,
        ]
        return value.adding("details", details)
    }
}
