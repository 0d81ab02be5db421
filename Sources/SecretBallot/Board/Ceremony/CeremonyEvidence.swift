public import CocktailDKG

/// What shows that a member broke an attempt: what it signed, so that everybody who sees it names the same one.
///
/// Silence, and what nobody signed, is no evidence against anybody.
public enum CeremonyEvidence: Sendable, Hashable {
    /// Two different commitments of one member in one attempt.
    case twoCommitments(SignedCommitment, SignedCommitment)

    /// A msg1 that is not the one committed to.
    case againstCommitment(SignedCommitment, SignedFirstMessage)

    /// A msg1 that is none, or whose proof of possession does not hold.
    case badMessage(SignedFirstMessage)

    /// A share that its recipient says it cannot use, its dealer's msg1 beside it.
    case accusation(Accusation, SignedFirstMessage)

    /// Whom it names, if anybody.
    /// - Throws: `OpenSSLError`.
    public func finding(in ceremony: BoardCeremony) throws -> CeremonyFinding? {
        switch self {
        case .twoCommitments(let one, let other):
            guard one.member == other.member, one.commitment != other.commitment, one.isValid(in: ceremony),
                other.isValid(in: ceremony)
            else { return nil }
            return CeremonyFinding(member: one.member, reason: .twoCommitments)
        case .againstCommitment(let commitment, let message):
            guard commitment.member == message.member, commitment.isValid(in: ceremony),
                message.isValid(in: ceremony), !message.fits(commitment, in: ceremony)
            else { return nil }
            return CeremonyFinding(member: message.member, reason: .againstCommitment)
        case .badMessage(let message): return try Self.finding(of: message, in: ceremony)
        case .accusation(let accusation, let message):
            guard accusation.isValid(in: ceremony), message.isValid(in: ceremony),
                accusation.accused == message.member
            else { return nil }
            return CeremonyFinding(try accusation.verdict(on: message, in: ceremony))
        }
    }

    private static func finding(
        of message: SignedFirstMessage, in ceremony: BoardCeremony
    ) throws -> CeremonyFinding? {
        guard message.isValid(in: ceremony) else { return nil }
        do {
            _ = try ceremony.session.message(message.message, of: message.member + 1)
            return nil
        } catch let fault as DKGFault { return CeremonyFinding(fault) }
    }
}

/// A member who broke an attempt, and how.
public struct CeremonyFinding: Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
        case twoCommitments
        case againstCommitment
        case dealing(DKGFault.Reason)

        /// A stable word: "two-commitments", "against-commitment", or the `DKGFault.Reason`'s.
        public var text: String {
            switch self {
            case .twoCommitments: "two-commitments"
            case .againstCommitment: "against-commitment"
            case .dealing(let reason): reason.rawValue
            }
        }
    }

    /// The member's place, from 0.
    public let member: Int
    public let reason: Reason

    init(member: Int, reason: Reason) { (self.member, self.reason) = (member, reason) }

    init(_ fault: DKGFault) { self.init(member: fault.participant - 1, reason: .dealing(fault.reason)) }

    public var description: String { "member \(member): \(reason.text)" }
}
