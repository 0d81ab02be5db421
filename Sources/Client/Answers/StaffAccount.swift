import Recognition
import StrictEncoding

/// A member of staff.
public struct StaffAccount: Hashable, Sendable {
    /// What an account may do.
    public enum Role: String, CaseIterable, Hashable, Sendable {
        case admin, secretary, board, signer
    }

    public let name: String
    public let displayName: String
    public let roles: [Role]
    public let isDisabled: Bool

    /// Whether the password was made by somebody else: nothing else can be done before it is changed.
    public let mustChangePassword: Bool

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        name = try object.member("name").string()
        displayName = try object.member("displayName").string()
        roles = try object.list("roles") { role throws(MalformedInput) in try role.choice() }
        isDisabled = try object.member("disabled").bool()
        mustChangePassword = try object.member("mustChangePassword").bool()
    }

    /// Reads {account}.
    static func wrapped(_ reader: JSONReader) throws(MalformedInput) -> StaffAccount {
        try StaffAccount(reading: reader.looseObject().member("account"))
    }
}

/// By what an account is guarded besides its password.
public struct AccountFactors: Hashable, Sendable {
    public struct Factor: Hashable, Sendable {
        public enum Kind: String, CaseIterable, Hashable, Sendable {
            case app, passkey
        }

        public let kind: Kind

        /// What its holder calls a passkey.
        public let label: String

        /// Seconds since 1970; nil where it has not been used.
        public let createdAt: Int
        public let usedAt: Int?

        init(reading reader: JSONReader) throws(MalformedInput) {
            let object = try reader.looseObject()
            kind = try object.member("kind").choice()
            label = try object.member("label").string()
            createdAt = try object.member("createdAt").integer()
            usedAt = try object.given("usedAt")?.integer()
        }
    }

    public let factors: [Factor]

    /// How many recovery codes are left.
    public let recoveryCodes: Int

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        factors = try object.list("factors", Factor.init(reading:))
        recoveryCodes = try object.member("recoveryCodes").integer(in: 0 ... .max)
    }
}
