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
