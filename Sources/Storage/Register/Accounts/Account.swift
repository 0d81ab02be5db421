import Foundation

/// A member of staff's account.
public struct Account: Hashable, Sendable {
    /// As stored: folded, and unique.
    public let name: String
    public var displayName: String
    public var roles: Set<String>

    /// The password's record (scheme, parameters, salt, hash), opaque here.
    public var password: String
    public var isDisabled: Bool

    /// When a password that an administrator made can no longer be used; nil for one that its owner chose.
    public var passwordUntil: Int?

    /// - Parameter name: in any case and composition; kept folded.
    public init(
        name: String, displayName: String, roles: Set<String>, password: String, isDisabled: Bool = false,
        passwordUntil: Int? = nil
    ) {
        self.name = Self.folded(name)
        self.displayName = displayName
        self.roles = roles
        self.password = password
        self.isDisabled = isDisabled
        self.passwordUntil = passwordUntil
    }

    /// One spelling of a name for all the ways to type it: trimmed, lower case, composed (NFC).
    public static func folded(_ name: String) -> String {
        name.trimmingCharacters(in: .whitespacesAndNewlines).lowercased().precomposedStringWithCanonicalMapping
    }
}
