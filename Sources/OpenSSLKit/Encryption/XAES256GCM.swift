import COpenSSL

/// XAES-256-GCM (c2sp.org/XAES-256-GCM): AES-256-GCM under a key that is derived from the first half of a nonce of 24
/// bytes, so that nonces may be drawn at random or derived.
public enum XAES256GCM {
    public static let keyByteCount = 32
    public static let nonceByteCount = 24

    /// What a ciphertext is longer than its plaintext.
    public static let tagByteCount = 16

    /// - Parameters:
    ///   - key: 32 bytes.
    ///   - nonce: 24 bytes, never twice with one key.
    /// - Returns: ciphertext || tag.
    /// - Throws: `OpenSSLError`, also for a key or nonce of another length.
    public static func seal(
        _ plaintext: SecretBytes, key: SecretBytes, nonce: [UInt8], authenticating data: [UInt8] = []
    ) throws -> [UInt8] {
        let context = try context(.encrypting, key, nonce)
        try context.authenticate(data)
        return try context.process(plaintext) + context.tag()
    }

    /// - Returns: nil where the ciphertext was not made with this key, nonce and data.
    /// - Throws: `OpenSSLError`, also for a key or nonce of another length.
    public static func open(
        _ ciphertext: [UInt8], key: SecretBytes, nonce: [UInt8], authenticating data: [UInt8] = []
    ) throws -> SecretBytes? {
        guard ciphertext.count >= tagByteCount else { return nil }
        let context = try context(.decrypting, key, nonce)
        try context.authenticate(data)
        let plaintext = try context.process(Array(ciphertext.dropLast(tagByteCount)))
        return try context.isAuthentic(ciphertext.suffix(tagByteCount)) ? plaintext : nil
    }

    private static func context(
        _ direction: CipherContext.Direction, _ key: SecretBytes, _ nonce: [UInt8]
    ) throws(OpenSSLError) -> CipherContext {
        guard key.count == keyByteCount, nonce.count == nonceByteCount else {
            throw OpenSSLError(operation: "XAES-256-GCM's key and nonce", reasons: [])
        }
        return try CipherContext(
            CipherFunction.aes256GCM.get(), direction, key: derivedKey(key, nonce.prefix(12)),
            nonce: Array(nonce.suffix(12)))
    }

    /// Kₓ: AES-256-CMAC of the two counters, "X" and the nonce's first half (NIST SP 800-108r1 section 4.1), which are
    /// one block each, so that CMAC is one encryption after the subkey K1 is added.
    private static func derivedKey(_ key: SecretBytes, _ half: ArraySlice<UInt8>) throws(OpenSSLError) -> SecretBytes {
        let subkey = try doubled(encrypted([UInt8](repeating: 0, count: 16), with: key).unwipedCopy)
        let blocks: [UInt8] = [1, 2].flatMap { counter in zip([0, counter, 0x58, 0] + half, subkey).map { $0 ^ $1 } }
        return try encrypted(blocks, with: key)
    }

    /// Twice the block in CMAC's field, without a branch on the secret bit (NIST SP 800-38B section 6.1).
    private static func doubled(_ block: [UInt8]) -> [UInt8] {
        var result = block.indices.map { block[$0] << 1 | ($0 < 15 ? block[$0 + 1] >> 7 : 0) }
        result[15] ^= 0b1000_0111 & (0 &- block[0] >> 7)
        return result
    }

    private static func encrypted(_ blocks: [UInt8], with key: SecretBytes) throws(OpenSSLError) -> SecretBytes {
        try CipherContext(CipherFunction.aes256Blocks.get(), .encrypting, key: key).process(blocks)
    }
}
