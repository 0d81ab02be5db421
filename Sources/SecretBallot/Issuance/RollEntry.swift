public import StrictEncoding

/// One line of the issuance roll: to whom tokens were issued, for which requests, asked for with which signature.
public struct RollEntry: Sendable {
    /// The longest line that is looked at, in bytes: 100,000 contests and more.
    public static let maximumLineByteCount = 64 << 20

    public let voter: String
    public let tokenRequests: [[UInt8]]
    public let signature: [UInt8]

    public init(voter: String, tokenRequests: [[UInt8]], signature: [UInt8]) {
        self.voter = voter
        self.tokenRequests = tokenRequests
        self.signature = signature
    }

    /// Reads {voter, tokenRequests, signature}: a line of the roll, and a voter's request as well.
    /// - Throws: `MalformedInput`.
    public init(_ bytes: [UInt8], as name: String, limit: Int = maximumLineByteCount) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: name, limit: limit)
        let object = try reader.object(["voter", "tokenRequests", "signature"])
        voter = try object.member("voter").string(maximum: 2_000)
        tokenRequests = try object.member("tokenRequests").array().map { reader throws(MalformedInput) in
            try reader.bytes()
        }
        signature = try object.member("signature").bytes(SigningKey.signatureByteCount)
    }

    public var json: JSONValue {
        [
            "voter": .string(voter), "tokenRequests": .array(tokenRequests.map(JSONValue.bytes)),
            "signature": .bytes(signature),
        ]
    }

    /// The roll of these entries: one line each, ended by a line feed.
    public static func roll(_ entries: some Sequence<RollEntry>) -> [UInt8] {
        entries.flatMap { $0.json.encoded() + [UInt8(ascii: "\n")] }
    }
}

/// The issuance roll: one line for each voter issued to, in the manifest's order.
public struct IssuanceRoll: Sendable {
    public let entries: [RollEntry]

    /// - Throws: `MalformedInput` for a line that is not an entry. What the entries say is for the audit to check.
    public init(_ bytes: [UInt8]) throws {
        var lines = LineReader("roll", limit: RollEntry.maximumLineByteCount)
        var entries: [RollEntry] = []
        try lines.read(bytes) { line, number in entries.append(try RollEntry(line, as: "roll line \(number)")) }
        try lines.finish()
        self.entries = entries
    }

    /// The ids of those issued to.
    public var voters: Set<ExactText> { Set(entries.map { ExactText($0.voter) }) }
}
