/// Why an authenticator's answer is not taken; the raw value is for the journal and for tests.
public enum PasskeyFault: String, Error, Hashable, Sendable {
    /// Not one of ours, used already, or too old.
    case challenge

    /// Made for registering where signing in was asked, or the other way round.
    case type
    case origin

    /// Made inside a frame of another site.
    case crossOrigin = "cross-origin"

    /// Made for another service.
    case relyingParty = "relying-party"
    case userPresence = "user-presence"
    case userVerification = "user-verification"

    /// The authenticator says "backed up" of what cannot be backed up.
    case backupState = "backup-state"

    /// A format other than "none".
    case attestation
    case credential

    /// Another account's.
    case user
    case signature

    /// It counted no further: there may be a copy of the authenticator.
    case counter
}
