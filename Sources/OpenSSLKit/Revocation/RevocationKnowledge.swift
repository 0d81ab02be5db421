/// What revocation lists tell of a certificate, or of a path of them, for one instant.
public enum RevocationKnowledge: Sendable, Hashable {
    /// A list of the issuer's that speaks for the instant does not have it, or has it as revoked later; or it is itself
    /// an anchor, which is trusted as it stands.
    case good
    case unknown(RevocationGap)
    /// When, in seconds since 1970 (UTC), and never after the instant; nil where the list's date cannot be read.
    case revoked(at: Int64?)
}
