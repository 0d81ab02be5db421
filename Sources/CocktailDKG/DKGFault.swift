/// What a participant did that stops a session, and who it was.
public struct DKGFault: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: String, Sendable {
        /// Not laid out as a message of round 1, or holding what is no point.
        case malformedMessage = "malformed-message"

        /// The proof that the dealer has the secret of its first commitment.
        case proofOfPossession = "proof-of-possession"

        /// A ciphertext that its recipient cannot open. Nobody else sees that, unless the recipient's key is published.
        case undecryptableShare = "undecryptable-share"

        /// A plaintext that does not begin with a scalar.
        case malformedShare = "malformed-share"

        /// A share that is not on the polynomial that the dealer committed to.
        case shareMismatch = "share-mismatch"

        /// A signature over the transcript.
        case certificate

        /// An accusation of a dealer whose share is good, or by a key that is not the accuser's.
        case falseAccusation = "false-accusation"
    }

    /// From 1.
    public let participant: Int
    public let reason: Reason

    public init(participant: Int, _ reason: Reason) { (self.participant, self.reason) = (participant, reason) }

    public var description: String { "participant \(participant): \(reason.rawValue)" }
}

/// A key, or a participant's share of it, that came out as zero: nobody made a mistake that can be named, and the
/// session is over.
public struct DegenerateKey: Error, Hashable, Sendable {}
