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

/// A bearer token, told once.
public struct AccessToken: Sendable {
    /// A secret.
    public let token: String

    /// Seconds since 1970.
    public let expiresAt: Int

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        token = try object.member("token").string(maximum: 1_000)
        expiresAt = try object.member("expiresAt").integer()
    }
}

/// The signing certificate that the service has taken in for an account.
public struct CertificateNotice: Hashable, Sendable {
    /// The subject's whole name, RFC 2253.
    public let subject: String

    /// Seconds since 1970.
    public let notBefore: Int
    public let notAfter: Int

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject().member("certificate").looseObject()
        subject = try object.member("subject").string()
        notBefore = try object.member("notBefore").integer()
        notAfter = try object.member("notAfter").integer()
    }
}
