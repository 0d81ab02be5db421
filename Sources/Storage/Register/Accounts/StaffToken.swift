/// A session's cookie or a script's bearer token. Only its digest is kept, so a stolen database logs nobody in.
public struct StaffToken: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case session
        case bearer
    }

    /// SHA-256 of the token.
    public let digest: [UInt8]
    public let account: String
    public let kind: Kind

    /// What its owner calls it.
    public let label: String
    public let createdAt: Int

    /// The first second at which it is no longer valid.
    public let expiresAt: Int

    public init(
        _ kind: Kind, digest: [UInt8], account: String, label: String = "", createdAt: Int, expiresAt: Int
    ) {
        self.digest = digest
        self.account = Account.folded(account)
        self.kind = kind
        self.label = label
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
