import COpenSSL

/// The r of a blind signature (RFC 9474 section 4.2), below one key's modulus and invertible there, with its inverse.
///
/// Who learns it can tell which blind signature became which token.
public struct BlindingFactor: Sendable {
    /// r, big-endian, as long as the modulus.
    public let value: SecretBytes

    /// r^−1 mod n, big-endian, as long as the modulus.
    public let inverse: SecretBytes

    /// A fresh factor, drawn by rejection.
    /// - Throws: `OpenSSLError`.
    public init(randomFor key: RSAPublicKey) throws {
        let modulus = key.modulusArithmetic.number
        while true {
            let value = try BigNumber(randomBelow: modulus)
            if let factor = try BlindingFactor(value, for: key) {
                self = factor
                return
            }
        }
    }

    /// A factor drawn earlier.
    /// - Throws: `RSAError.wrongLength`, `.notBelowModulus`, `.blindingFactorNotInvertible`; `OpenSSLError`.
    public init(_ value: SecretBytes, for key: RSAPublicKey) throws {
        guard value.count == key.modulusByteCount else {
            throw RSAError.wrongLength(expected: key.modulusByteCount, actual: value.count)
        }
        let number = try BigNumber(secret: value)
        guard number.isBelow(key.modulusArithmetic.number) else { throw RSAError.notBelowModulus }
        guard let factor = try BlindingFactor(number, for: key) else { throw RSAError.blindingFactorNotInvertible }
        self = factor
    }

    /// The factor whose inverse is given, for published vectors that give only that.
    package init(inverse: SecretBytes, for key: RSAPublicKey) throws {
        let swapped = try BlindingFactor(inverse, for: key)
        (value, self.inverse) = (swapped.inverse, swapped.value)
    }

    private init?(_ value: BigNumber, for key: RSAPublicKey) throws(OpenSSLError) {
        guard let inverse = try key.modulusArithmetic.inverse(value) else { return nil }
        self.value = try value.secretBytes(count: key.modulusByteCount)
        self.inverse = try inverse.secretBytes(count: key.modulusByteCount)
    }
}
