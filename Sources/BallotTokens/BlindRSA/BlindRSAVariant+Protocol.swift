public import OpenSSLKit

/// The five functions of RFC 9474 section 4. Each throws `OpenSSLError` besides where OpenSSL itself fails.
extension BlindRSAVariant {
    /// Prepare (section 4.1): a randomized variant puts 32 random bytes before the message.
    ///
    /// - Parameter prefix: the random bytes, to repeat what was done before; nil draws them.
    /// - Throws: `BlindRSAError.wrongLength`.
    public func prepare(_ message: [UInt8], prefix: [UInt8]? = nil) throws -> [UInt8] {
        let prefix = try prefix ?? SecretBytes(random: prefixLength).unwipedCopy
        try Self.check("prefix", prefix, count: prefixLength)
        return prefix + message
    }

    /// Blind (section 4.2).
    ///
    /// - Parameters:
    ///   - prepared: what `prepare` answered.
    ///   - salt, factor: those of an earlier run, to repeat it byte for byte; nil draws them.
    /// - Throws: `BlindRSAError.messageNotCoprime`, `.wrongLength`, `.modulusTooShort`.
    public func blind(
        _ prepared: [UInt8], for key: RSAPublicKey, salt: SecretBytes? = nil, factor: BlindingFactor? = nil
    ) throws -> BlindedMessage {
        let salt = try (salt ?? SecretBytes(random: saltLength)).unwipedCopy
        try Self.check("salt", salt, count: saltLength)
        let encoded = try PSSEncoding.encode(prepared, salt: salt, modulusBits: key.bitCount)
        guard try key.isCoprime(encoded) else { throw BlindRSAError.messageNotCoprime }
        let factor = try factor ?? BlindingFactor(randomFor: key)
        return BlindedMessage(bytes: try key.blind(encoded, with: factor), factor: factor)
    }

    /// BlindSign (section 4.3): the raw private operation, checked before its result leaves.
    /// - Throws: `RSAError.wrongLength`, `.notBelowModulus`, `.faultyResult`.
    public func blindSign(_ blinded: [UInt8], with key: RSAPrivateKey) throws -> [UInt8] {
        try key.rawPrivateOperation(blinded)
    }

    /// Finalize (section 4.4): the signature of the prepared message, verified.
    /// - Throws: `BlindRSAError.invalidSignature`; `RSAError.wrongLength`, `.notBelowModulus`.
    public func finalize(
        _ prepared: [UInt8], blindSignature: [UInt8], factor: BlindingFactor, key: RSAPublicKey
    ) throws -> [UInt8] {
        let signature = try key.unblind(blindSignature, with: factor)
        guard try verify(signature, of: prepared, by: key) else { throw BlindRSAError.invalidSignature }
        return signature
    }

    /// Verify (section 4.5). False for a signature of any other length or value.
    public func verify(_ signature: [UInt8], of prepared: [UInt8], by key: RSAPublicKey) throws -> Bool {
        try key.verifyPSS(signature: signature, message: prepared, saltLength: saltLength)
    }

    private static func check(_ part: String, _ bytes: [UInt8], count: Int) throws(BlindRSAError) {
        guard bytes.count == count else { throw .wrongLength(of: part, expected: count, actual: bytes.count) }
    }
}

/// What Blind (RFC 9474 section 4.2) makes of a prepared message.
public struct BlindedMessage: Sendable {
    /// blinded_msg: what the signer gets to see, as long as the modulus.
    public let bytes: [UInt8]

    /// What undoes the blinding; never leaves the one who blinds.
    public let factor: BlindingFactor
}
