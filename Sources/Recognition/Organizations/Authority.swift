public import StrictEncoding

/// The Party body whose members vote and which decides.
public struct Authority: Hashable, Sendable {
    /// "Đảng ủy xã Bum Tở": the issuing body at the head of its documents.
    public let name: String

    /// "Đảng bộ tỉnh Lai Châu": the superior body, above it.
    public let parent: String

    public let kind: AuthorityKind

    /// "Bum Tở": where its documents are dated.
    public let place: String

    /// - Throws: `MalformedInput` for a text that is not a `PlainText` of 300 characters.
    public init(name: String, parent: String, kind: AuthorityKind, place: String) throws(MalformedInput) {
        try PlainText.check(name, maximum: 300, at: "name")
        try PlainText.check(parent, maximum: 300, at: "parent")
        try PlainText.check(place, maximum: 300, at: "place")
        self.name = name
        self.parent = parent
        self.kind = kind
        self.place = place
    }
}

extension Authority {
    /// Reads `{"name", "parent", "kind", "place"}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["name", "parent", "kind", "place"])
        name = try object.member("name").plainText()
        parent = try object.member("parent").plainText()
        kind = try object.member("kind").choice()
        place = try object.member("place").plainText()
    }

    /// Reads the same as people typed it.
    /// - Throws: `MalformedInput`.
    public init(typed reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["name", "parent", "kind", "place"])
        try self.init(
            name: object.member("name").typedText(), parent: object.member("parent").typedText(),
            kind: object.member("kind").choice(), place: object.member("place").typedText())
    }

    public var json: JSONValue {
        [
            "name": .string(name), "parent": .string(parent), "kind": .string(kind.rawValue),
            "place": .string(place),
        ]
    }
}
