/// Why an RSA operation refused its input, or its own result.
public enum RSAError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A message or signature is not exactly as long as the modulus; counts in bytes.
    case wrongLength(expected: Int, actual: Int)

    /// An integer is not smaller than the modulus.
    case notBelowModulus

    /// The private operation's result did not lead back to its message: a broken machine or a broken key. The result
    /// is withheld, since a faulty one can betray the key.
    case faultyResult

    /// A modulus that is even, or not of 2048 to 8192 bits.
    case unsupportedModulus(bits: Int)

    /// A public exponent that is even, or not from 3 to 2^64 − 1.
    case unsupportedExponent

    /// Not a SubjectPublicKeyInfo byte for byte as RFC 9578 section 6.5 writes it.
    case malformedTokenKey

    /// Not a PKCS#8 PrivateKeyInfo with an RSA key.
    case malformedPrivateKey

    /// A blinding factor without an inverse modulo n.
    case blindingFactorNotInvertible

    public var description: String {
        switch self {
        case .wrongLength(let expected, let actual): "RSA: \(actual) bytes given, \(expected) expected"
        case .notBelowModulus: "RSA: the integer is not below the modulus"
        case .faultyResult: "RSA: the private operation failed its check and its result was withheld"
        case .unsupportedModulus(let bits): "RSA: a modulus of \(bits) bits; it must be odd and of 2048 to 8192 bits"
        case .unsupportedExponent: "RSA: the public exponent must be odd, at least 3 and below 2^64"
        case .malformedTokenKey: "RSA: not a token key as RFC 9578 section 6.5 encodes it"
        case .malformedPrivateKey: "RSA: not an RSA private key in PKCS#8"
        case .blindingFactorNotInvertible: "RSA: the blinding factor has no inverse; draw another"
        }
    }
}
