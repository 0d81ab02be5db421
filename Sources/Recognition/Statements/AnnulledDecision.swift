public import StrictEncoding

/// The decision that an annulment ends, by its number and the SHA-256 of its statement's bytes.
public struct AnnulledDecision: Hashable, Sendable {
    public let number: DecisionNumber

    /// 32 bytes.
    public let digest: [UInt8]

    /// - Throws: `MalformedInput` for a digest that is not 32 bytes.
    public init(number: DecisionNumber, digest: [UInt8]) throws(MalformedInput) {
        guard digest.count == 32 else { throw MalformedInput(.wrongLength, at: "digest", "32 bytes") }
        self.number = number
        self.digest = digest
    }
}

extension AnnulledDecision {
    /// Reads `{"number", "digest"}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["number", "digest"])
        number = try object.member("number").decisionNumber()
        digest = try object.member("digest").bytes(32)
    }

    public var json: JSONValue { ["number": .string(number.description), "digest": .bytes(digest)] }
}
