import StrictEncoding

extension Connection {
    /// Sends a call whose answer is a JSON document.
    /// - Throws: as `send(_:)`; `AnswerFault` for a document that is not as the contract has it.
    func read<Value>(_ call: Call, _ value: (JSONReader) throws(MalformedInput) -> Value) async throws -> Value {
        let answer = try await send(call)
        do {
            return try value(JSONReader(parsing: answer.body, as: "answer", limit: call.limit))
        } catch {
            throw AnswerFault(call.name, "\(error)")
        }
    }

    /// Sends a call whose answer is a document, wanted byte for byte.
    func document(_ call: Call) async throws -> [UInt8] { try await send(call).body }
}

extension JSONObjectReader {
    /// A member that is there and not null.
    func given(_ name: String) -> JSONReader? {
        guard let reader = optional(name), reader.value != .null else { return nil }
        return reader
    }

    /// A member as a list of elements.
    func list<Element>(
        _ name: String, _ read: (JSONReader) throws(MalformedInput) -> Element
    ) throws(MalformedInput) -> [Element] {
        try member(name).array().map { reader throws(MalformedInput) in try read(reader) }
    }
}

/// An answer that is not what the contract promises: another version of the service, or no such service at all.
public struct AnswerFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The call that it answers: "GET /api/v1/…".
    public let call: String
    public let reason: String

    init(_ call: String, _ reason: String) {
        self.call = call
        self.reason = reason
    }

    public var description: String { "the answer to \(call) is not understood: \(reason)" }
}
