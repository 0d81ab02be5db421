/// A member of the committee, as the secretary's table has it.
public struct VoterRow: Hashable, Sendable {
    public let id: String
    public let name: String

    /// "Bí thư"; nil where the table does not say.
    public let position: String?

    /// Tells two members of one name apart; nil where the table does not say.
    public let birthYear: Int?

    /// P-256, uncompressed, 65 bytes; nil while access codes are still to be made. That it is on the curve is checked
    /// by whoever uses it.
    public let credentialKey: [UInt8]?
}
