/// The four named variants of RSABSSA (RFC 9474 section 5).
public enum BlindRSAVariant: String, CaseIterable, Sendable {
    case pssRandomized = "RSABSSA-SHA384-PSS-Randomized"
    case pssZeroRandomized = "RSABSSA-SHA384-PSSZERO-Randomized"
    case pssDeterministic = "RSABSSA-SHA384-PSS-Deterministic"
    case pssZeroDeterministic = "RSABSSA-SHA384-PSSZERO-Deterministic"

    /// The salt of the PSS encoding, in bytes.
    public var saltLength: Int {
        switch self {
        case .pssRandomized, .pssDeterministic: 48
        case .pssZeroRandomized, .pssZeroDeterministic: 0
        }
    }

    /// The random prefix that prepares a message, in bytes.
    public var prefixLength: Int {
        switch self {
        case .pssRandomized, .pssZeroRandomized: 32
        case .pssDeterministic, .pssZeroDeterministic: 0
        }
    }
}
