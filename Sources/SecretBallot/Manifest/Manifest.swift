public import Recognition
public import StrictEncoding

/// Everything that a round fixes before the first token is issued: its terms, and a key for the tokens of each contest.
///
/// A value of this type was read from bytes whose hash is `roundID` and holds every rule of the protocol page. The
/// bytes are what is stored, served and hashed; nothing ever serialises a manifest again. The terms' members are the
/// manifest's: `manifest.title`.
@dynamicMemberLookup
public struct Manifest: Sendable {
    /// The largest manifest that is looked at, in bytes.
    public static let maximumByteCount = 8 << 20

    public let bytes: [UInt8]
    public let roundID: RoundID
    public let terms: RoundTerms

    /// One contest for each criterion of each unit, with the keys of its tokens.
    public let contests: [Contest]

    private let voterPositions: [ExactText: Int]

    /// All keys of P-256 that the round has.
    private let keys: Set<VerifyingKey>

    /// Reads a manifest for whoever knows the round only by its bytes: the server that made it, an auditor.
    /// - Throws: `MalformedInput` naming the place of the first fault.
    public init(_ bytes: [UInt8]) throws(MalformedInput) {
        try self.init(bytes, roundID: RoundID(ofManifest: bytes))
    }

    /// Reads the manifest of a round that was named to the reader; the hash is compared before anything is read.
    /// - Throws: `MalformedInput`: `wrongValue` at "manifest" if the bytes are of another round.
    public init(_ bytes: [UInt8], expecting roundID: RoundID) throws(MalformedInput) {
        guard RoundID(ofManifest: bytes) == roundID else {
            throw MalformedInput(.wrongValue, at: "manifest", "its hash is not the roundID")
        }
        try self.init(bytes, roundID: roundID)
    }

    private init(_ bytes: [UInt8], roundID: RoundID) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "manifest", limit: Self.maximumByteCount)
        let (terms, tokenKeys) = try RoundTerms.reading(reader)
        self.bytes = bytes
        self.roundID = roundID
        self.terms = terms
        contests = try Contest.all(of: terms, tokenKeys: tokenKeys, roundID: roundID)
        keys = Set(terms.keys.map(\.key))
        voterPositions = Dictionary(uniqueKeysWithValues: terms.voters.enumerated().map { (ExactText($1.id), $0) })
    }

    public subscript<Member>(dynamicMember member: KeyPath<RoundTerms, Member>) -> Member { terms[keyPath: member] }

    /// Whether a key is one of the round's own, and so no device's.
    public func names(_ key: VerifyingKey) -> Bool { keys.contains(key) }

    /// The place of a voter in `voters`, from 0; nil if the round has no such voter.
    public func position(ofVoter id: String) -> Int? { voterPositions[ExactText(id)] }
}

extension Manifest {
    /// The rules of the round over a tally.
    /// - Parameters:
    ///   - tallies: one a contest, in order.
    ///   - issued: to how many voters tokens were issued.
    /// - Throws: `MalformedInput` if the counts contradict each other.
    public func outcomes(_ tallies: [ContestTally], attendance: Attendance, issued: Int)
        throws(MalformedInput) -> RoundOutcomes
    {
        try RoundOutcomes(
            of: terms.kind, rules: terms.rules, units: terms.units, criteria: terms.criteria, tallies: tallies,
            counts: RoundCounts(
                summoned: attendance.summoned, present: attendance.present.count, issued: issued))
    }
}
