import CocktailDKG
import OpenSSLKit
public import StrictEncoding

extension CeremonyDevice {
    private static let format = "phieukin-ceremony/2"

    /// All that must be kept, secrets included: for a place that only the member can read, before anything is sent.
    public var json: JSONValue {
        let value: JSONValue = [
            "format": .string(Self.format), "name": .string(name), "signingKey": .bytes(key.scalar),
            "dkgKey": .bytes(dkgKey.bytes.unwipedCopy), "random": .bytes(registration.random),
        ]
        return value.adding("attempt", attempt?.json)
    }

    /// Goes on from what was kept.
    /// - Throws: `MalformedInput` if it is damaged; an error of the cryptographic library.
    public init(stored bytes: [UInt8]) throws {
        let object = try JSONReader(parsing: bytes, as: "ceremony", limit: 1 << 20)
            .object(["format", "name", "signingKey", "dkgKey", "random"], optional: ["attempt"])
        let format = try object.member("format")
        guard try format.string() == Self.format else { throw format.wrongValue(Self.format) }
        try self.init(
            name: object.member("name").string(),
            key: SigningKey(object.member("signingKey").bytes(SigningKey.byteCount)),
            dkgKey: P256Scalar(object.member("dkgKey").bytes(Ciphersuite.scalarByteCount)),
            random: object.member("random").bytes(32))
        attempt = try object.optional("attempt").map { try Attempt(reading: $0, of: self) }
    }
}

extension Attempt {
    /// What was taken; what follows from it is worked out again, but for signatures, which were sent as they are.
    var json: JSONValue {
        let value: JSONValue = [
            "ceremony": ceremony.json, "message": .bytes(message), "commitment": commitment.json,
            "commitments": .array(commitments.map(\.json)), "messages": .array(messages.map(\.json)),
        ]
        return
            value
            .adding("firstMessage", firstMessage?.json)
            .adding("accusation", accusation?.json)
            .adding("certifications", transcript.map { .array($0.certificate.signatures.map { .bytes($0.bytes) }) })
    }

    init(reading reader: JSONReader, of device: CeremonyDevice) throws {
        let object = try reader.object(
            ["ceremony", "message", "commitment", "commitments", "messages"],
            optional: ["firstMessage", "accusation", "certifications"])
        let ceremony = try BoardCeremony(reading: object.member("ceremony"))
        guard let place = ceremony.place(of: device.registration) else { throw reader.wrongValue("this device's own") }
        self.init(
            ceremony: ceremony, place: place, message: try object.member("message").bytes(),
            commitment: try SignedCommitment(reading: object.member("commitment")))
        try resume(object, of: device)
    }

    private mutating func resume(_ object: JSONObjectReader, of device: CeremonyDevice) throws {
        let commitments = try object.member("commitments").array().map { try SignedCommitment(reading: $0) }
        guard !commitments.isEmpty else { return }
        try take(commitments, key: device.key)
        firstMessage = try object.optional("firstMessage").map { try SignedFirstMessage(reading: $0) }
        let messages = try object.member("messages").array().map { try SignedFirstMessage(reading: $0) }
        guard !messages.isEmpty else { return }
        try take(messages, key: device.key, dkgKey: device.dkgKey)
        accusation = try object.optional("accusation").map { try Accusation(reading: $0) }
        if let certifications = object.optional("certifications") {
            try take(certifications: certifications.array().map { try $0.bytes() })
        }
    }
}
