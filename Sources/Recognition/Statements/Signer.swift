public import StrictEncoding

/// Who signs, as the signature block has it.
public struct Signer: Hashable, Sendable {
    public let name: String

    /// "Bí thư"
    public let position: String

    /// - Throws: `MalformedInput` for a text that is not a `PlainText` of 300 characters.
    public init(name: String, position: String) throws(MalformedInput) {
        try PlainText.check(name, maximum: 300, at: "name")
        try PlainText.check(position, maximum: 300, at: "position")
        self.name = name
        self.position = position
    }
}

extension Signer {
    /// Reads `{"name", "position"}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["name", "position"])
        name = try object.member("name").plainText()
        position = try object.member("position").plainText()
    }

    public var json: JSONValue { ["name": .string(name), "position": .string(position)] }
}
