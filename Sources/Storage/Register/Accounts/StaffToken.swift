import Crypto

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

    /// When it was shown last, to the minute.
    public let usedAt: Int

    /// When whoever shows it gave the password last.
    public let provedAt: Int

    public init(
        _ kind: Kind, digest: [UInt8], account: String, label: String = "", createdAt: Int, expiresAt: Int,
        usedAt: Int? = nil, provedAt: Int? = nil
    ) {
        self.digest = digest
        self.account = Account.folded(account)
        self.kind = kind
        self.label = label
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.usedAt = usedAt ?? createdAt
        self.provedAt = provedAt ?? createdAt
    }
}

extension StaffToken {
    /// SHA-256 of a token as its holder presents it.
    public static func digest(of token: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: token)) }
}
