extension P256Scalar {
    /// `bytes` mod (n − 1) + 1, never zero: a private key from key material (FIPS 186-5 appendix A.2.1).
    ///
    /// - Parameter bytes: 48 bytes, big-endian; 16 more than the order, so that no scalar is noticeably likelier.
    /// - Throws: `P256Error.wrongLength`; `OpenSSLError`.
    public init(reducing bytes: SecretBytes) throws {
        let number = try Self.wideNumber(bytes).remainder(by: P256Group.shared.get().orderLessOne)
        try number.increment()
        try self.init(number)
    }

    /// As `init(reducing:)`, from an ordinary array.
    public init(reducing bytes: [UInt8]) throws {
        try self.init(reducing: SecretBytes(copying: bytes))
    }

    /// `bytes` mod n, as hash_to_field does (RFC 9380 section 5.2, L = 48).
    ///
    /// - Parameter bytes: 48 bytes, big-endian.
    /// - Throws: `P256Error.wrongLength`; `OpenSSLError`.
    public init(wide bytes: SecretBytes) throws {
        try self.init(Self.wideNumber(bytes).remainder(by: P256Group.shared.get().order.number))
    }

    private static func wideNumber(_ bytes: SecretBytes) throws -> BigNumber {
        guard bytes.count == 48 else { throw P256Error.wrongLength(expected: 48, actual: bytes.count) }
        return try BigNumber(secret: bytes)
    }
}
