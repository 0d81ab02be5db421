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
