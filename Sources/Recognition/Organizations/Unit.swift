public import StrictEncoding

/// An organization considered for recognition.
public struct Unit: Hashable, Sendable {
    public let id: String
    public let name: String
    public let kind: UnitKind

    /// - Throws: `MalformedInput` for an id that is not an `Identifier` or a name that is not a `PlainText` of 300 characters.
    public init(id: String, name: String, kind: UnitKind) throws(MalformedInput) {
        try Identifier.check(id, at: "id")
        try PlainText.check(name, maximum: 300, at: "name")
        self.id = id
        self.name = name
        self.kind = kind
    }
}

extension Unit {
    /// Reads `{"id", "name", "kind"}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["id", "name", "kind"])
        id = try object.member("id").identifier()
        name = try object.member("name").plainText()
        kind = try object.member("kind").choice()
    }

    public var json: JSONValue { ["id": .string(id), "name": .string(name), "kind": .string(kind.rawValue)] }
}
