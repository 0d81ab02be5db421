public import StrictEncoding

/// One thing a unit is judged on; each is a contest of its own for each unit.
public struct Criterion: Hashable, Sendable {
    public let id: String
    public let name: String

    /// - Throws: `MalformedInput` for an id that is not an `Identifier` or a name that is not a `PlainText` of 300 characters.
    public init(id: String, name: String) throws(MalformedInput) {
        try Identifier.check(id, at: "id")
        try PlainText.check(name, maximum: 300, at: "name")
        self.id = id
        self.name = name
    }

    private init(known id: String, _ name: String) {
        self.id = id
        self.name = name
    }

    /// The four of the field: "bốn tốt".
    public static let four = [
        Criterion(known: "political-task", "Hoàn thành tốt nhiệm vụ chính trị"),
        Criterion(known: "meeting-quality", "Chất lượng sinh hoạt tốt"),
        Criterion(known: "unity-discipline", "Đoàn kết, kỷ luật tốt"),
        Criterion(known: "members", "Cán bộ, đảng viên tốt"),
    ]

    /// The one criterion of an annulment round.
    public static let annulment = Criterion(known: "annulment", "Hủy bỏ kết quả công nhận")
}

extension Criterion {
    /// Reads `{"id", "name"}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["id", "name"])
        id = try object.member("id").identifier()
        name = try object.member("name").plainText()
    }

    public var json: JSONValue { ["id": .string(id), "name": .string(name)] }
}
