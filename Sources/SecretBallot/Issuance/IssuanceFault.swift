/// Why a request for tokens is refused.
public enum IssuanceFault: Error, Sendable, Hashable, CustomStringConvertible {
    case batchLength(expected: Int)
    case request(contest: Int, reason: String)

    /// A blinded message that is not below its contest's modulus.
    case blindedMessage(contest: Int)
    case signature

    public var description: String {
        switch self {
        case .batchLength(let expected): "a batch has one token request for each of the \(expected) contests"
        case .request(let contest, let reason): "token request \(contest): \(reason)"
        case .blindedMessage(let contest): "token request \(contest): the blinded message is not below the modulus"
        case .signature: "the batch is not signed with the voter's credential key"
        }
    }
}
