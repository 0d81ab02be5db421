/// A decision as a register knows it.
public struct RegisteredDecision: Hashable, Sendable {
    /// SHA-256 of the statement's recorded bytes.
    public let digest: [UInt8]

    /// When it was recorded, in seconds since 1970 (UTC).
    public let issuedAt: Int64

    /// The file that was recorded, with whatever signatures it has by now.
    public let document: [UInt8]

    /// What ended it, if anything did.
    public let annulment: Annulment?

    public init(digest: [UInt8], issuedAt: Int64, document: [UInt8], annulment: Annulment? = nil) {
        self.digest = digest
        self.issuedAt = issuedAt
        self.document = document
        self.annulment = annulment
    }
}

/// What a register says of the decisions in a file.
public enum RegisterKnowledge: Hashable, Sendable {
    /// There is none at hand, or it did not answer.
    case notConsulted

    /// Those of them that it knows.
    case consulted([RegisteredDecision])
}
