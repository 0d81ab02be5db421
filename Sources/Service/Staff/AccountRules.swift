/// How strict an installation is with its staff's accounts.
public enum AccountRules: String, Sendable, CaseIterable {
    /// As ASVS 5.0 level 2 has it: a second factor for whoever can do harm, first passwords that must be changed, the
    /// password again before what cannot be undone.
    case strict

    /// For trying things out: the password alone, whoever made it.
    case simple

    /// Whose stolen password would do harm: who needs a second factor.
    static let guardedRoles: Set<Role> = [.admin, .board, .signer]

    /// For how long a first password, made by an administrator, can be used.
    static let firstPasswordDays = 7
}
