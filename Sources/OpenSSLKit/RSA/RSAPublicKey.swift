import COpenSSL

/// An RSA public key (RFC 8017): a modulus of 2048 to 8192 bits and a small odd exponent.
///
/// Meant to be kept and shared: contexts that verify are pooled in it, one for each thread that verifies at once.
public final class RSAPublicKey: Sendable {
    /// n, big-endian, without leading zeros.
    public let modulus: [UInt8]

    /// e, big-endian, without leading zeros.
    public let exponent: [UInt8]

    /// The length of n in bits.
    public let bitCount: Int

    let modulusArithmetic: OddModulus
    let verifiers: Pool<PSSVerifier>

    /// - Parameters: big-endian integers; leading zeros are dropped.
    /// - Throws: `RSAError.unsupportedModulus`, `.unsupportedExponent`; `OpenSSLError`.
    public init(modulus: [UInt8], exponent: [UInt8]) throws {
        self.modulus = Array(modulus.drop { $0 == 0 })
        self.exponent = Array(exponent.drop { $0 == 0 })
        let number = try BigNumber(self.modulus)
        let exponentNumber = try BigNumber(self.exponent)
        bitCount = number.bitCount
        guard number.isOdd, (2048...8192).contains(bitCount) else { throw RSAError.unsupportedModulus(bits: bitCount) }
        guard exponentNumber.isOdd, (2...64).contains(exponentNumber.bitCount) else {
            throw RSAError.unsupportedExponent
        }
        modulusArithmetic = try OddModulus(number)
        let handle = try KeyHandle(modulus: number, exponent: exponentNumber)
        verifiers = Pool { () throws(OpenSSLError) in try PSSVerifier(for: handle) }
    }

    /// The length of n, and of every message and signature, in bytes.
    public var modulusByteCount: Int { modulus.count }

    var exponentValue: UInt64 { exponent.reduce(0) { $0 << 8 | UInt64($1) } }

    /// The public operation, for one thread.
    func publicPower() throws(OpenSSLError) -> PublicPower {
        try PublicPower(exponentValue, modulo: modulusArithmetic)
    }

    /// - Throws: `RSAError.wrongLength`, `.notBelowModulus`.
    func checkRange(_ integer: [UInt8]) throws(RSAError) {
        guard integer.count == modulusByteCount else {
            throw .wrongLength(expected: modulusByteCount, actual: integer.count)
        }
        guard isBelowModulus(integer) else { throw .notBelowModulus }
    }

    /// Whether an integer of exactly `modulusByteCount` bytes is below n.
    func isBelowModulus(_ integer: [UInt8]) -> Bool { integer.lexicographicallyPrecedes(modulus) }
}

extension RSAPublicKey: Hashable {
    public static func == (one: RSAPublicKey, other: RSAPublicKey) -> Bool {
        one.modulus == other.modulus && one.exponent == other.exponent
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(modulus)
        hasher.combine(exponent)
    }
}

extension RSAPublicKey {
    /// RSASSA-PSS-VERIFY (RFC 8017 section 8.1.2) with SHA-384, MGF1-SHA-384 and a salt of exactly `saltLength` bytes.
    ///
    /// - Returns: false for any signature that does not hold, of whatever length or value.
    /// - Throws: `OpenSSLError` only where OpenSSL itself fails.
    public func verifyPSS(signature: [UInt8], message: [UInt8], saltLength: Int) throws -> Bool {
        guard signature.count == modulusByteCount, isBelowModulus(signature) else { return false }
        guard (0...modulusByteCount).contains(saltLength) else { return false }
        let digest = try HashFunction.sha384(message)
        return try verifiers.withResource {
            try $0.verify(signature: signature, digest: digest, saltLength: saltLength)
        }
    }
}
