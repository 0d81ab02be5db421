import OpenSSLKit
public import StrictEncoding

/// What a token is asked for (RFC 9577 section 2.1):
///
///     struct {
///         uint16_t token_type;                       // 0x0002
///         opaque issuer_name<1..2^16-1>;
///         opaque redemption_context<0..32>;          // 0 or 32 bytes
///         opaque origin_info<0..2^16-1>;
///     } TokenChallenge;
public struct TokenChallenge: Hashable, Sendable {
    /// The issuer's host name, in ASCII.
    public let issuerName: String

    /// 32 bytes, or none.
    public let redemptionContext: [UInt8]

    /// Host names in ASCII, separated by commas; empty for tokens that any origin takes.
    public let originInfo: String

    /// - Throws: `MalformedInput`: `wrongLength` for an empty or overlong text or a context of another length,
    ///   `wrongValue` for text that is not printable ASCII.
    public init(issuerName: String, redemptionContext: [UInt8] = [], originInfo: String = "") throws(MalformedInput) {
        try Self.check(issuerName, count: 1...0xFFFF, at: "token challenge.issuer_name")
        try Self.check(originInfo, count: 0...0xFFFF, at: "token challenge.origin_info")
        guard [0, 32].contains(redemptionContext.count) else {
            throw MalformedInput(.wrongLength, at: "token challenge.redemption_context", "0 or 32 bytes")
        }
        self.issuerName = issuerName
        self.redemptionContext = redemptionContext
        self.originInfo = originInfo
    }

    /// - Throws: `MalformedInput`, for whatever `bytes` does not write.
    public init(parsing bytes: [UInt8]) throws(MalformedInput) {
        var reader = ByteReader(bytes, of: "token challenge")
        try reader.takeTokenType(of: "token challenge")
        let issuerName = try reader.take(Int(reader.integer(UInt16.self)))
        let context = try reader.take(Int(reader.integer(UInt8.self)))
        let originInfo = try reader.take(Int(reader.integer(UInt16.self)))
        try reader.finish()
        try self.init(
            issuerName: String(decoding: issuerName, as: UTF8.self), redemptionContext: context,
            originInfo: String(decoding: originInfo, as: UTF8.self))
    }

    public var bytes: [UInt8] {
        var bytes = [UInt8](bigEndian: TokenType.blindRSA)
        bytes += [UInt8](bigEndian: UInt16(issuerName.utf8.count)) + issuerName.utf8
        bytes += [UInt8(redemptionContext.count)] + redemptionContext
        bytes += [UInt8](bigEndian: UInt16(originInfo.utf8.count)) + originInfo.utf8
        return bytes
    }

    /// challenge_digest: SHA-256 of `bytes`.
    /// - Throws: `OpenSSLError`.
    public func digest() throws -> [UInt8] { try HashFunction.sha256(bytes) }

    private static func check(_ text: String, count: ClosedRange<Int>, at place: String) throws(MalformedInput) {
        guard count.contains(text.utf8.count) else {
            throw MalformedInput(.wrongLength, at: place, "\(count.lowerBound) to \(count.upperBound) bytes")
        }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw MalformedInput(.wrongValue, at: place, "printable ASCII without spaces")
        }
    }
}
