/// Which of the two families of standards a signature follows. They differ in where the time of signing stands.
public enum SignatureProfile: Sendable, Hashable {
    /// CAdES-B-B (ETSI EN 319 122-1): the time is the signed attribute signing-time, in seconds since 1970 (UTC).
    case cades(at: Int64)
    /// PAdES-B-B (ETSI EN 319 142-1, section 6.3): no signing-time, since the signature dictionary's `M` is the time.
    case pades

    /// When the signer says it is; nil where another place says so.
    var signingTime: Int64? {
        guard case .cades(let time) = self else { return nil }
        return time
    }
}
