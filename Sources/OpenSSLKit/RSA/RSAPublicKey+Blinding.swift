extension RSAPublicKey {
    /// Whether `integer`, big-endian, shares no factor with the modulus. One that does would give the key away, so
    /// that in honest use it is never seen.
    public func isCoprime(_ integer: [UInt8]) throws -> Bool {
        try modulusArithmetic.number.isCoprime(with: BigNumber(integer))
    }

    /// `message` · r^e mod n (RFC 9474 section 4.2).
    /// - Throws: `RSAError.wrongLength`, `.notBelowModulus`; `OpenSSLError`.
    public func blind(_ message: [UInt8], with factor: BlindingFactor) throws -> [UInt8] {
        try checkRange(message)
        let mask = try publicPower()(BigNumber(secret: factor.value))
        return try modulusArithmetic.product(BigNumber(message), mask).bytes(count: modulusByteCount)
    }

    /// `signature` · r^−1 mod n (RFC 9474 section 4.4).
    /// - Throws: `RSAError.wrongLength`, `.notBelowModulus`; `OpenSSLError`.
    public func unblind(_ signature: [UInt8], with factor: BlindingFactor) throws -> [UInt8] {
        try checkRange(signature)
        let inverse = try BigNumber(secret: factor.inverse)
        return try modulusArithmetic.product(BigNumber(signature), inverse).bytes(count: modulusByteCount)
    }
}
