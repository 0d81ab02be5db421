/// A decision's exact bytes, as signed.
public struct DecisionPaper: Hashable, Sendable {
    /// What the decision is known by (32 bytes).
    public let digest: [UInt8]

    /// The number with its symbol, as printed.
    public let numberText: String
    public let issuedAt: Int
    public let statement: [UInt8]
    public let signature: [UInt8]

    public init(digest: [UInt8], numberText: String, issuedAt: Int, statement: [UInt8], signature: [UInt8]) {
        self.digest = digest
        self.numberText = numberText
        self.issuedAt = issuedAt
        self.statement = statement
        self.signature = signature
    }
}
