/// Baseline levels (ETSI EN 319 142-1, clause 6), as far as the file itself shows.
public enum PAdESLevel: String, Sendable, Hashable, CaseIterable {
    case baselineB = "B-B"
    /// With a time stamp over the signature, or over the document with the signature in it.
    case baselineT = "B-T"
    /// And with certificates and revocation data to verify it by.
    case baselineLT = "B-LT"
    /// And with a time stamp over all of that.
    case baselineLTA = "B-LTA"
}
