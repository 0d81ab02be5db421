public import StrictEncoding

/// A guidance profile, pinned by the SHA-256 of its bytes.
public struct GuidanceReference: Hashable, Sendable {
    public let id: String

    /// 32 bytes.
    public let sha256: [UInt8]

    /// - Throws: `MalformedInput` for an id that is not an `Identifier` or a digest that is not 32 bytes.
    public init(id: String, sha256: [UInt8]) throws(MalformedInput) {
        try Identifier.check(id, at: "id")
        guard sha256.count == 32 else { throw MalformedInput(.wrongLength, at: "sha256", "32 bytes") }
        self.id = id
        self.sha256 = sha256
    }
}

extension GuidanceReference {
    /// Reads `{"id", "sha256"}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["id", "sha256"])
        id = try object.member("id").identifier()
        sha256 = try object.member("sha256").bytes(32)
    }

    public var json: JSONValue { ["id": .string(id), "sha256": .bytes(sha256)] }
}
