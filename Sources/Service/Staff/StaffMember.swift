import Storage

/// Who asks, as authenticated.
struct StaffMember: Sendable {
    let name: String
    let roles: Set<Role>

    /// The digest of the session or bearer token that was shown.
    let tokenDigest: [UInt8]

    init(_ account: Account, tokenDigest: [UInt8]) {
        name = account.name
        roles = Set(account.roles.compactMap(Role.init(rawValue:)))
        self.tokenDigest = tokenDigest
    }
}
