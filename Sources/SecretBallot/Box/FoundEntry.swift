public import StrictEncoding

/// One line of `found.jsonl`: a voter whose device found all their slips in the sealed box.
public struct FoundEntry: Sendable, Hashable {
    public let voter: String
    public let signature: [UInt8]

    public init(voter: String, signature: [UInt8]) {
        self.voter = voter
        self.signature = signature
    }

    /// - Throws: `MalformedInput`.
    public init(_ bytes: [UInt8], as name: String) throws(MalformedInput) {
        let object = try JSONReader(parsing: bytes, as: name, limit: 8 << 10).object(["voter", "signature"])
        voter = try object.member("voter").string(maximum: 2_000)
        signature = try object.member("signature").bytes(SigningKey.signatureByteCount)
    }

    public var json: JSONValue { ["voter": .string(voter), "signature": .bytes(signature)] }

    public static func document(_ entries: some Sequence<FoundEntry>) -> [UInt8] {
        entries.flatMap { $0.json.encoded() + [UInt8(ascii: "\n")] }
    }
}
