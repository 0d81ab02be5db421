/// The first check of the slip check that failed, in the order in which they are made.
public enum SlipFault: String, Error, Sendable, CaseIterable, CustomStringConvertible {
    case length, version, contest, point, token, signature

    public var description: String {
        switch self {
        case .length: "the slip is not 473 bytes long"
        case .version: "the slip is not of version 1"
        case .contest: "the round has no such contest"
        case .point: "a key in the slip is not an uncompressed point of P-256"
        case .token: "the token is not one of this contest for this key"
        case .signature: "the signature does not hold"
        }
    }
}
