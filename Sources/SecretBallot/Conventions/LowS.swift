import OpenSSLKit

/// The rule that s ≤ (n − 1) / 2: else n − s would sign as well, and a slip would have two spellings.
enum LowS {
    /// (n − 1) / 2 of P-256, big-endian (SEC 2, section 2.4.2).
    private static let half: [UInt8] = [
        0x7F, 0xFF, 0xFF, 0xFF, 0x80, 0x00, 0x00, 0x00, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xDE, 0x73, 0x7D, 0x56, 0xD3, 0x8B, 0xCF, 0x42, 0x79, 0xDC, 0xE5, 0x61, 0x7E, 0x31, 0x92, 0xA8,
    ]

    static func holds(for signature: [UInt8]) -> Bool {
        signature.count == 64 && !half.lexicographicallyPrecedes(signature[32...])
    }

    static func normalised(_ signature: [UInt8]) throws -> [UInt8] {
        guard !holds(for: signature) else { return signature }
        return try signature[..<32] + P256Scalar(Array(signature[32...])).negated().bytes.unwipedCopy
    }
}
