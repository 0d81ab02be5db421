public import StrictEncoding

/// The name of a round: the SHA-256 of its manifest's exact bytes.
public struct RoundID: Hashable, Sendable, CustomStringConvertible {
    public let bytes: [UInt8]

    /// - Throws: `MalformedInput` unless there are 32 bytes.
    public init(_ bytes: [UInt8]) throws(MalformedInput) {
        guard bytes.count == Hash.byteCount else { throw MalformedInput(.wrongLength, at: "roundID", "32 bytes") }
        self.bytes = bytes
    }

    /// - Throws: `MalformedInput` unless the text is the canonical base64url of 32 bytes.
    public init(text: String) throws(MalformedInput) {
        try self.init(JSONReader(.string(text), at: "roundID").bytes(Hash.byteCount))
    }

    /// The round that `manifest` fixes.
    public init(ofManifest manifest: [UInt8]) { bytes = Hash.digest(manifest) }

    /// base64url.
    public var description: String { Base64URL.encode(bytes) }
}
