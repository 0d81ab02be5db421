public import Recognition
import StrictEncoding

/// The service's refusal (RFC 9457), with its stable code.
public struct ServerProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The most bytes of a refusal that are looked at.
    static let maximumByteCount = 1 << 20

    /// "wrong-state", "already-issued" …; "unreadable" for a refusal that is not this service's, such as a proxy's.
    public let code: String

    /// The HTTP status.
    public let status: Int
    public let messages: BilingualText

    /// What in particular, in English.
    public let detail: String?

    /// The same in both languages, where the service has words for it.
    public let reason: BilingualText?

    /// Of a table, line by line.
    public let faults: [LineFault]

    /// What must be acknowledged first.
    public let warnings: [Warning]

    /// The state that the round is in, where that is the reason.
    public let state: String?

    /// Seconds after which to try again.
    public let retryAfter: Int?

    init(_ answer: ServiceAnswer) {
        let object = try? JSONReader(parsing: answer.body, as: "problem", limit: Self.maximumByteCount).looseObject()
        code = object?.text("code") ?? "unreadable"
        status = answer.status
        messages =
            object?.bilingual("messages")
            ?? BilingualText("máy chủ từ chối (\(status))", "the server refused (\(status))")
        detail = object?.text("detail")
        reason = object?.bilingual("reason")
        faults = object?.readable("faults", LineFault.init(reading:)) ?? []
        warnings = object?.readable("warnings", Warning.init(reading:)) ?? []
        state = object?.text("state")
        retryAfter = answer.retryAfter
    }

    public var description: String {
        "\(messages.english) [\(code)]" + (detail.map { ": \($0)" } ?? "")
    }
}

extension JSONObjectReader {
    /// A text that may be missing; another type counts as missing: a refusal is read as far as it can be.
    fileprivate func text(_ name: String) -> String? { try? optional(name)?.string() }

    fileprivate func bilingual(_ name: String) -> BilingualText? {
        optional(name).flatMap { try? BilingualText(reading: $0) }
    }

    fileprivate func readable<Element>(
        _ name: String, _ read: (JSONReader) throws(MalformedInput) -> Element
    ) -> [Element] {
        (try? optional(name)?.array())?.compactMap { try? read($0) } ?? []
    }
}

/// One thing wrong with a table that was sent.
public struct LineFault: Hashable, Sendable {
    /// From 1.
    public let line: Int
    public let code: String
    public let messages: BilingualText

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        line = try object.member("line").integer(in: 0 ... .max)
        code = try object.member("code").string()
        messages = try BilingualText(reading: object.member("messages"))
    }
}
