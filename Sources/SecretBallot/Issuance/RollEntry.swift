public import StrictEncoding

/// One line of the issuance roll: to whom tokens were issued, for which device and requests, asked for with which
/// signature.
public struct RollEntry: Sendable {
    /// The longest line that is looked at, in bytes: 100,000 contests and more.
    public static let maximumLineByteCount = 64 << 20

    public let voter: String

    /// Signs that the slips were found, and what goes to a relay; nil in version 1.
    public let deviceKey: VerifyingKey?
    public let tokenRequests: [[UInt8]]
    public let signature: [UInt8]

    public init(voter: String, deviceKey: VerifyingKey? = nil, tokenRequests: [[UInt8]], signature: [UInt8]) {
        self.voter = voter
        self.deviceKey = deviceKey
        self.tokenRequests = tokenRequests
        self.signature = signature
    }

    /// Reads {voter, deviceKey, tokenRequests, signature}: a line of the roll, and a voter's request as well.
    /// - Throws: `MalformedInput`.
    public init(
        _ bytes: [UInt8], as name: String, in version: ProtocolVersion, limit: Int = maximumLineByteCount
    ) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: name, limit: limit)
        let object = try reader.object(
            ["voter", "tokenRequests", "signature"] + (version == .one ? [] : ["deviceKey"]))
        voter = try object.member("voter").string(maximum: 2_000)
        deviceKey = try object.optional("deviceKey").map { key throws(MalformedInput) in
            try VerifyingKey(reading: key)
        }
        tokenRequests = try object.member("tokenRequests").array().map { reader throws(MalformedInput) in
            try reader.bytes()
        }
        signature = try object.member("signature").bytes(SigningKey.signatureByteCount)
    }

    public var json: JSONValue {
        let value: JSONValue = ["voter": .string(voter)]
        return value.adding("deviceKey", deviceKey.map { .bytes($0.bytes) })
            .adding("tokenRequests", .array(tokenRequests.map(JSONValue.bytes)))
            .adding("signature", .bytes(signature))
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
    public init(_ bytes: [UInt8], in version: ProtocolVersion) throws {
        var lines = LineReader("roll", limit: RollEntry.maximumLineByteCount)
        var entries: [RollEntry] = []
        try lines.read(bytes) { line, number in
            entries.append(try RollEntry(line, as: "roll line \(number)", in: version))
        }
        try lines.finish()
        self.entries = entries
    }
}

/// In version 2: the service's word that it issued tokens to a voter for one device key: relays take bundles of no other device, and a
/// voter whose line of the roll has another key proves it with this.
public enum Issued {
    /// - Throws: an error of the cryptographic library.
    public static func sign(
        _ voter: String, deviceKey: VerifyingKey, of manifest: Manifest, with receiptKey: SigningKey
    ) throws -> [UInt8] {
        try receiptKey.sign(message(voter, deviceKey, of: manifest.roundID))
    }

    public static func isValid(
        _ signature: [UInt8], for voter: String, deviceKey: VerifyingKey, of manifest: Manifest
    ) -> Bool {
        manifest.service.receiptKey.isValid(signature, over: message(voter, deviceKey, of: manifest.roundID))
    }

    /// `label("issued") || roundID || u16 length || voter (UTF-8) || D`
    static func message(_ voter: String, _ deviceKey: VerifyingKey, of roundID: RoundID) -> [UInt8] {
        let voter = Array(voter.utf8)
        return Label.issued.message(
            .two, roundID.bytes, [UInt8](bigEndian: UInt16(voter.count)), voter, deviceKey.bytes)
    }
}
