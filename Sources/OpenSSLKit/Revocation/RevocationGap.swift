/// Why it is not known whether a certificate was revoked.
public enum RevocationGap: String, Sendable, Hashable {
    /// No list names the certificate's issuer.
    case noList = "no-list"
    /// A list names the issuer and is not signed by it, or the issuer may not sign lists; it was ignored.
    case notSignedByIssuer = "not-signed-by-issuer"
    /// The list's next update was due before the instant, or it was written after the certificate's end, when issuers
    /// may have dropped the entry (RFC 5280, section 3.3).
    case outdated
    /// The list has critical extensions: it speaks for a part of the certificates only, or of changes only.
    case partial
    /// No path leads to an anchor, so that nobody's lists count.
    case noPath = "no-path"
}
