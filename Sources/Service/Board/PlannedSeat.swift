import SecretBallot
import StrictEncoding

/// A member's place on a board of several: a name, the invitation to it, and what its device registered.
struct PlannedSeat: Sendable {
    let name: String

    /// Of the invitation's code; a renewed one makes the code before void.
    var codeDigest: [UInt8]

    /// What the device brought to the present attempt.
    var registration: CeremonyMember?

    /// Whether the member proved the saved copy on the device: only then is the freeze signed.
    var isProved = false

    init(name: String, codeDigest: [UInt8]) { (self.name, self.codeDigest) = (name, codeDigest) }

    /// - Throws: `MalformedInput`.
    init(stored reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["name", "code", "proved"], optional: ["registration"])
        name = try object.member("name").string()
        codeDigest = try object.member("code").bytes(Hash.byteCount)
        isProved = try object.member("proved").bool()
        registration = try object.optional("registration").map { reader throws(MalformedInput) in
            try CeremonyMember(reading: reader)
        }
    }

    var stored: JSONValue {
        let value: JSONValue = [
            "name": .string(name), "code": .bytes(codeDigest), "proved": .bool(isProved),
        ]
        return value.adding("registration", registration?.json)
    }
}
