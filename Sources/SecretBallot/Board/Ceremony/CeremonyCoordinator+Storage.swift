public import StrictEncoding

extension CeremonyCoordinator {
    private static let format = "phieukin-ceremony-desk/2"

    /// All that must be kept; nothing of it is secret from the members.
    public var json: JSONValue {
        let value: JSONValue = [
            "format": .string(Self.format), "ceremony": ceremony.json,
            "commitments": .array(commitments.values.sorted { $0.member < $1.member }.map(\.json)),
            "messages": .array(messages.values.sorted { $0.member < $1.member }.map(\.json)),
            "certifications": .array(
                certifications.sorted { $0.key < $1.key }.map {
                    ["member": .integer($0.key), "signature": .bytes($0.value)]
                }),
        ]
        return
            value
            .adding("evidence", evidence?.json)
            .adding("transcript", transcript.map { .bytes($0.bytes) })
    }

    /// Goes on from what was kept, which was checked when it was taken.
    /// - Throws: `MalformedInput` if it is damaged; what `BoardTranscript` throws.
    public init(stored bytes: [UInt8]) throws {
        let object = try JSONReader(parsing: bytes, as: "ceremony", limit: 1 << 20).object(
            ["format", "ceremony", "commitments", "messages", "certifications"], optional: ["evidence", "transcript"])
        let format = try object.member("format")
        guard try format.string() == Self.format else { throw format.wrongValue(Self.format) }
        self.init(try BoardCeremony(reading: object.member("ceremony")))
        for reader in try object.member("commitments").array() { keep(try SignedCommitment(reading: reader)) }
        for reader in try object.member("messages").array() { keep(try SignedFirstMessage(reading: reader)) }
        for reader in try object.member("certifications").array() {
            let object = try reader.object(["member", "signature"])
            certifications[try object.member("member").integer()] = try object.member("signature").bytes()
        }
        evidence = try object.optional("evidence").map(CeremonyEvidence.init(reading:))
        transcript = try object.optional("transcript").map { try BoardTranscript($0.bytes()) }
    }

    mutating func keep(_ commitment: SignedCommitment) { commitments[commitment.member] = commitment }

    mutating func keep(_ message: SignedFirstMessage) { messages[message.member] = message }
}

extension CeremonyEvidence {
    /// {kind, and both of what the member signed}, as it is shown to all members.
    public var json: JSONValue {
        switch self {
        case .twoCommitments(let one, let other):
            ["kind": "two-commitments", "commitment": one.json, "other": other.json]
        case .againstCommitment(let commitment, let message):
            ["kind": "against-commitment", "commitment": commitment.json, "message": message.json]
        case .badMessage(let message): ["kind": "bad-message", "message": message.json]
        case .accusation(let accusation, let message):
            ["kind": "accusation", "accusation": accusation.json, "message": message.json]
        }
    }

    /// Reads it without believing it: `finding(in:)` says whether it shows anything.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let kind = try reader.looseObject().member("kind")
        switch try kind.string() {
        case "two-commitments":
            let object = try reader.object(["kind", "commitment", "other"])
            self = .twoCommitments(
                try SignedCommitment(reading: object.member("commitment")),
                try SignedCommitment(reading: object.member("other")))
        case "against-commitment":
            let object = try reader.object(["kind", "commitment", "message"])
            self = .againstCommitment(
                try SignedCommitment(reading: object.member("commitment")),
                try SignedFirstMessage(reading: object.member("message")))
        case "bad-message":
            self = .badMessage(
                try SignedFirstMessage(reading: reader.object(["kind", "message"]).member("message")))
        case "accusation":
            let object = try reader.object(["kind", "accusation", "message"])
            self = .accusation(
                try Accusation(reading: object.member("accusation")),
                try SignedFirstMessage(reading: object.member("message")))
        default: throw kind.wrongValue("a kind of evidence")
        }
    }
}
