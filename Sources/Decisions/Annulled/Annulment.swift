public import Recognition
public import StrictEncoding

/// What ended a decision: when, by which decision, and why.
public struct Annulment: Hashable, Sendable {
    /// Seconds since 1970, UTC.
    public let annulledAt: Int64

    /// The number of the annulling decision.
    public let by: DecisionNumber

    /// SHA-256 of the annulling statement's bytes.
    public let digest: [UInt8]

    public let reason: String

    /// - Throws: `MalformedInput` for a time before 1970 or beyond 2⁵³ − 1 seconds, a digest that is not 32 bytes, or a
    ///   reason that an annulment could not state.
    public init(
        annulledAt: Int64, by: DecisionNumber, digest: [UInt8], reason: String
    ) throws(MalformedInput) {
        _ = try JSONReader(.integer(Int(annulledAt)), at: "annulledAt").seconds()
        guard digest.count == 32 else { throw MalformedInput(.wrongLength, at: "annulment", "32 bytes") }
        try PlainText.check(reason, maximum: AnnulmentStatement.maximumReason, at: "reason")
        self.annulledAt = annulledAt
        self.by = by
        self.digest = digest
        self.reason = reason
    }

    /// The annulment that `signed` brings about.
    /// - Throws: `MalformedInput` for a time as above.
    public init(_ signed: ExactAnnulment, at annulledAt: Int64) throws(MalformedInput) {
        let statement = signed.statement
        try self.init(annulledAt: annulledAt, by: statement.number, digest: signed.digest, reason: statement.reason)
    }
}

extension Annulment {
    static let memberNames = ["annulledAt", "by", "annulment", "reason"]

    init(among object: JSONObjectReader) throws(MalformedInput) {
        annulledAt = try object.member("annulledAt").seconds()
        by = try object.member("by").decisionNumber()
        digest = try object.member("annulment").bytes(32)
        reason = try object.member("reason").plainText(maximum: AnnulmentStatement.maximumReason)
    }

    var jsonMembers: [JSONValue.Member] {
        [
            .init("annulledAt", .integer(Int(annulledAt))), .init("by", .string(by.description)),
            .init("annulment", .bytes(digest)), .init("reason", .string(reason)),
        ]
    }

    /// `{"annulledAt", "by", "annulment", "reason"}`.
    public var json: JSONValue { .object(jsonMembers) }
}

extension JSONReader {
    /// The value as seconds since 1970, as far as every language counts exactly.
    func seconds() throws(MalformedInput) -> Int64 { Int64(try integer(in: 0...9_007_199_254_740_991)) }
}
