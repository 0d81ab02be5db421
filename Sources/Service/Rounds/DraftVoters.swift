import Recognition
import SecretBallot
import StrictEncoding

/// The voters that were imported; one without a credential key must have one before the round is frozen.
struct DraftVoters: Sendable {
    struct Entry: Sendable {
        let id: String
        let name: String
        let position: String?

        /// Tells members of one name and position apart.
        let birthYear: Int?
        let credentialKey: VerifyingKey?
    }

    let entries: [Entry]

    /// - Throws: `MalformedInput` for a key that is not a point of the curve.
    init(_ table: VoterTable) throws(MalformedInput) {
        entries = try table.rows.map { row throws(MalformedInput) in
            let key = try row.credentialKey.map { bytes throws(MalformedInput) in
                try VerifyingKey(reading: JSONReader(.bytes(bytes), at: "credential key of \(row.id)"))
            }
            return Entry(
                id: row.id, name: row.name, position: row.position, birthYear: row.birthYear, credentialKey: key)
        }
    }

    init(entries: [Entry]) { self.entries = entries }

    /// - Throws: `MalformedInput`.
    init(stored bytes: [UInt8]) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "voters", limit: 8 << 20)
        entries = try reader.array().map { reader throws(MalformedInput) in
            let object = try reader.object(["id", "name"], optional: ["position", "birthYear", "credentialKey"])
            return Entry(
                id: try object.member("id").identifier(), name: try object.member("name").plainText(),
                position: try object.optional("position")?.plainText(),
                birthYear: try object.optional("birthYear")?.integer(),
                credentialKey: try object.optional("credentialKey").map(VerifyingKey.init(reading:)))
        }
    }

    var stored: [UInt8] {
        let list = entries.map { entry -> JSONValue in
            let value: JSONValue = ["id": .string(entry.id), "name": .string(entry.name)]
            return
                value
                .adding("position", entry.position.map(JSONValue.string))
                .adding("birthYear", entry.birthYear.map(JSONValue.integer))
                .adding("credentialKey", (entry.credentialKey?.bytes).map(JSONValue.bytes))
        }
        return JSONValue.array(list).encoded()
    }

    var withoutKey: Int { entries.count { $0.credentialKey == nil } }
}
