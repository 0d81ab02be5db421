/// Why a step of RFC 9474 was refused.
public enum BlindRSAError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A salt or prefix that is not as long as its variant has it; counts in bytes.
    case wrongLength(of: String, expected: Int, actual: Int)

    /// A modulus too small for the encoding (section 4.2, "message too long").
    case modulusTooShort

    /// An alarm: the encoded message shares a factor with the modulus (section 4.2, "invalid input"). No honest key
    /// does this; nothing may be sent to its holder.
    case messageNotCoprime

    /// An alarm: what the signer answered does not become a signature (section 4.4, "invalid signature").
    case invalidSignature

    public var description: String {
        switch self {
        case .wrongLength(let part, let expected, let actual):
            "blind signature: \(part) of \(actual) bytes, \(expected) expected"
        case .modulusTooShort: "blind signature: the modulus is too short for the encoding"
        case .messageNotCoprime: "blind signature: the message shares a factor with the modulus; the key is not honest"
        case .invalidSignature: "blind signature: the answer is not a signature by this key"
        }
    }
}
