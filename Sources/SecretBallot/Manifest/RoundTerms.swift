public import BallotTokens
public import Recognition
public import StrictEncoding

/// What a round is about, by which rules and between whom: everything in its manifest but the keys of its tokens.
///
/// Whoever prepares a round fills it in; freezing adds the keys and turns it into bytes, once; whoever reads those has
/// the same terms again.
public struct RoundTerms: Sendable {
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

    /// Nil in version 1, where all slips go to the service straight from the device.
    public var casting: Casting?

    /// Free information for readers; nothing is decided by it.
    public var details: JSONValue?

    public init(
        kind: RoundKind, title: String, year: Int, authority: Authority, guidance: GuidanceReference,
        rules: BallotRules, criteria: [Criterion], units: [Unit], voters: [Voter], issuerName: String,
        board: CountingBoard, service: ServiceKeys, casting: Casting? = nil, details: JSONValue? = nil
    ) {
        (self.kind, self.title, self.year, self.authority) = (kind, title, year, authority)
        (self.guidance, self.rules, self.criteria) = (guidance, rules, criteria)
        (self.units, self.voters, self.issuerName) = (units, voters, issuerName)
        (self.board, self.service, self.casting, self.details) = (board, service, casting, details)
    }

    /// By which version of the protocol the round runs.
    public var version: ProtocolVersion { casting == nil ? .one : .two }

    /// How many contests, and so token keys, the round has.
    public var contestCount: Int { units.count * criteria.count }

    /// Makes the manifest's bytes and reads them back as any stranger would.
    /// - Parameter tokenKeys: one key a contest, in the contests' order.
    /// - Throws: `MalformedInput` if the terms break a rule of the protocol page.
    public func frozen(tokenKeys: [TokenKey]) throws(MalformedInput) -> Manifest {
        try Manifest(json(tokenKeys: tokenKeys).encoded(indented: true))
    }
}
