public import Recognition
public import StrictEncoding

/// The answer to one question about a decision.
public struct VerdictAnswer: Hashable, Sendable {
    public enum Value: String, Hashable, Sendable {
        case yes, no

        /// It could not be found out. This is never as good as "yes".
        case unknown
    }

    public let value: Value

    /// A name for programs that does not change between versions.
    public let code: String

    /// For people.
    public let reason: BilingualText

    init(_ value: Value, _ code: String, _ vietnamese: String, _ english: String) {
        self.value = value
        self.code = code
        self.reason = BilingualText(vietnamese, english)
    }

    public var isYes: Bool { value == .yes }

    /// `{"answer", "code", "reason": {"vi", "en"}}`.
    public var json: JSONValue {
        ["answer": .string(value.rawValue), "code": .string(code), "reason": reason.json]
    }

    /// Reads what `json` wrote, in whatever words.
    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["answer", "code", "reason"])
        guard let value = try Value(rawValue: object.member("answer").string()) else {
            throw reader.wrongValue("answer: yes, no or unknown")
        }
        let reason = try Self.reason(object.member("reason"))
        self.init(value, try object.member("code").string(), reason.vietnamese, reason.english)
    }

    /// Of any length: it may name whatever a certificate does.
    static func reason(_ reader: JSONReader) throws(MalformedInput) -> BilingualText {
        let reason = try reader.object(["vi", "en"])
        return BilingualText(try reason.member("vi").string(), try reason.member("en").string())
    }
}
