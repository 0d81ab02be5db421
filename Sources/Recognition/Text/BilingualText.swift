public import StrictEncoding

/// A text for people, in Vietnamese and in English.
public struct BilingualText: Hashable, Sendable {
    public let vietnamese: String
    public let english: String

    public init(_ vietnamese: String, _ english: String) {
        self.vietnamese = vietnamese
        self.english = english
    }
}

extension BilingualText {
    /// Reads `{"vi", "en"}`, 1,000 characters each at most.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["vi", "en"])
        vietnamese = try object.member("vi").plainText(maximum: 1000)
        english = try object.member("en").plainText(maximum: 1000)
    }

    public var json: JSONValue { ["vi": .string(vietnamese), "en": .string(english)] }
}
