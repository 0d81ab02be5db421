extension RSAPublicKey {
    /// AlgorithmIdentifier of a token key (RFC 9578 section 6.5), hash identifiers without parameters:
    ///
    ///     SEQUENCE { id-RSASSA-PSS, SEQUENCE {
    ///       [0] SEQUENCE { id-sha384 },
    ///       [1] SEQUENCE { id-mgf1, SEQUENCE { id-sha384 } },
    ///       [2] INTEGER 48 } }
    private static let algorithm: [UInt8] = [
        0x30, 0x3D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A, 0x30, 0x30,
        0xA0, 0x0D, 0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02,
        0xA1, 0x1A, 0x30, 0x18, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x08,
        0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02,
        0xA2, 0x03, 0x02, 0x01, 0x30,
    ]

    /// The SubjectPublicKeyInfo that RFC 9578 section 6.5 prescribes, in DER.
    public var tokenKey: [UInt8] {
        let numbers = DERWriter.element(positive: modulus) + DERWriter.element(positive: exponent)
        let bits = [0] + DERWriter.element(.sequence, numbers)
        return DERWriter.element(.sequence, Self.algorithm + DERWriter.element(.bitString, bits))
    }

    /// Reads what `tokenKey` writes, and nothing else: two encodings of one key would be two token_key_ids.
    ///
    /// - Throws: `RSAError.malformedTokenKey`, also where the hash identifiers carry NULLs, as OpenSSL writes them;
    ///   `.unsupportedModulus`, `.unsupportedExponent`; `OpenSSLError`.
    public convenience init(tokenKey spki: [UInt8]) throws {
        guard let (modulus, exponent) = Self.numbers(inTokenKey: spki) else { throw RSAError.malformedTokenKey }
        try self.init(modulus: modulus, exponent: exponent)
        guard tokenKey == spki else { throw RSAError.malformedTokenKey }
    }

    private static func numbers(inTokenKey spki: [UInt8]) -> (modulus: [UInt8], exponent: [UInt8])? {
        var outer = DERReader(spki)
        guard var info = outer.take(.sequence).map(DERReader.init), info.take(.sequence) != nil,
            let bits = info.take(.bitString), bits.first == 0
        else { return nil }
        var key = DERReader(Array(bits.dropFirst()))
        guard var numbers = key.take(.sequence).map(DERReader.init), let modulus = numbers.take(.integer),
            let exponent = numbers.take(.integer)
        else { return nil }
        return (modulus, exponent)
    }
}
