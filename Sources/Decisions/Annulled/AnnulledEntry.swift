public import Recognition
public import StrictEncoding

/// One line of the list of annulled decisions.
public struct AnnulledEntry: Hashable, Sendable {
    public let decision: AnnulledDecision
    public let annulment: Annulment

    public init(_ decision: AnnulledDecision, _ annulment: Annulment) {
        self.decision = decision
        self.annulment = annulment
    }

    /// What `signed` says in the list.
    /// - Parameter annulledAt: seconds since 1970, UTC.
    /// - Throws: `MalformedInput` for a time before 1970 or beyond 2⁵³ − 1 seconds.
    public init(_ signed: ExactAnnulment, at annulledAt: Int64) throws(MalformedInput) {
        self.init(signed.statement.annuls, try Annulment(signed, at: annulledAt))
    }
}

extension AnnulledEntry {
    /// Reads `{"digest", "number", "annulledAt", "by", "annulment", "reason"}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["digest", "number"] + Annulment.memberNames)
        decision = try AnnulledDecision(
            number: object.member("number").decisionNumber(), digest: object.member("digest").bytes(32))
        annulment = try Annulment(among: object)
    }

    public var json: JSONValue {
        let head: [JSONValue.Member] = [
            .init("digest", .bytes(decision.digest)), .init("number", .string(decision.number.description)),
        ]
        return .object(head + annulment.jsonMembers)
    }
}
