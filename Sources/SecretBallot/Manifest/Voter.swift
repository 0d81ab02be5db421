import Recognition
import StrictEncoding

/// A member with a vote, as the manifest names them.
public struct Voter: Sendable, Hashable {
    public let id: String
    public let name: String

    /// Checks what this voter signs: the request for tokens and the word that the slips were found.
    public let credentialKey: VerifyingKey

    public init(id: String, name: String, credentialKey: VerifyingKey) {
        self.id = id
        self.name = name
        self.credentialKey = credentialKey
    }
}

extension Voter {
    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["id", "name", "credentialKey"])
        id = try object.member("id").identifier()
        name = try object.member("name").plainText()
        credentialKey = try VerifyingKey(reading: object.member("credentialKey"))
    }

    var json: JSONValue { ["id": .string(id), "name": .string(name), "credentialKey": .bytes(credentialKey.bytes)] }
}
