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
