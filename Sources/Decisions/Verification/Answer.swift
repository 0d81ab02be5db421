public import Recognition
public import StrictEncoding

/// The answer to one question about a decision.
public struct Answer: Hashable, Sendable {
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
}
