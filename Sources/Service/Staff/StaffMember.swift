import Storage

/// Who asks, as authenticated.
struct StaffMember: Sendable {
    let name: String
    let roles: Set<Role>

    /// The digest of the session or bearer token that was shown.
    let tokenDigest: [UInt8]

    /// What was shown: a browser's session, or a script's token.
    let credential: StaffToken.Kind

    /// Whether the password was given of late.
    let isFresh: Bool

    /// What has to be done before anything else.
    let duty: Duty?

    enum Duty: Sendable {
        case password
        case factor
    }

    init(
        _ account: Account, _ credential: StaffToken.Kind, tokenDigest: [UInt8], isFresh: Bool = true,
        duty: Duty? = nil
    ) {
        self.isFresh = isFresh
        self.duty = duty
        self.credential = credential
        name = account.name
        roles = Set(account.roles.compactMap(Role.init(rawValue:)))
        self.tokenDigest = tokenDigest
    }
}
