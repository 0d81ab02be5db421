/// The service could not make a round's keys; the round is a draft again.
public struct FreezeFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public let code: String

    public var description: String { "freezing failed [\(code)]: the round is a draft again" }
}
