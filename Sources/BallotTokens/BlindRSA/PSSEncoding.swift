import OpenSSLKit
import StrictEncoding

/// EMSA-PSS-ENCODE (RFC 8017 section 9.1.1) with SHA-384 and MGF1-SHA-384.
enum PSSEncoding {
    private static let hashLength = 48

    /// - Parameter modulusBits: the length of n; the encoding is one bit shorter, hence below n.
    /// - Returns: a big-endian integer as long as n.
    /// - Throws: `BlindRSAError.modulusTooShort`; `OpenSSLError`.
    static func encode(_ message: [UInt8], salt: [UInt8], modulusBits: Int) throws -> [UInt8] {
        let encodedBits = modulusBits - 1
        let encodedLength = (encodedBits + 7) / 8
        let paddingLength = encodedLength - salt.count - hashLength - 2
        guard paddingLength >= 0 else { throw BlindRSAError.modulusTooShort }

        let hash = try HashFunction.sha384([UInt8](repeating: 0, count: 8) + HashFunction.sha384(message) + salt)
        let block = [UInt8](repeating: 0, count: paddingLength) + [0x01] + salt
        var masked = zip(block, try mask(seed: hash, count: block.count)).map { $0 ^ $1 }
        masked[0] &= 0xFF >> (8 * encodedLength - encodedBits)
        let leading = [UInt8](repeating: 0, count: (modulusBits + 7) / 8 - encodedLength)
        return leading + masked + hash + [0xBC]
    }

    /// MGF1 (RFC 8017 appendix B.2.1).
    private static func mask(seed: [UInt8], count: Int) throws -> [UInt8] {
        var mask: [UInt8] = []
        var counter: UInt32 = 0
        while mask.count < count {
            mask += try HashFunction.sha384(seed + [UInt8](bigEndian: counter))
            counter += 1
        }
        return Array(mask.prefix(count))
    }
}
