/// What an account signs in with besides its password.
public struct Factor: Hashable, Sendable {
    public enum Kind: String, Sendable {
        /// An authenticator app (RFC 6238).
        case app

        /// A public key credential (WebAuthn).
        case passkey

        /// A code on paper, good once.
        case recovery
    }

    /// Unique: a passkey's own, a recovery code's digest, an app's at random.
    public let id: [UInt8]
    public let account: String
    public let kind: Kind

    /// What its owner calls it.
    public let label: String

    /// An app's secret, a passkey's public key, nothing of a recovery code; kept wrapped.
    public let material: [UInt8]

    /// The step of the last code of an app, the last count of a passkey.
    public let counter: Int
    public let createdAt: Int
    public let usedAt: Int?

    public init(
        _ kind: Kind, id: [UInt8], account: String, label: String = "", material: [UInt8] = [], counter: Int = 0,
        createdAt: Int, usedAt: Int? = nil
    ) {
        self.id = id
        self.account = Account.folded(account)
        self.kind = kind
        self.label = label
        self.material = material
        self.counter = counter
        self.createdAt = createdAt
        self.usedAt = usedAt
    }
}
