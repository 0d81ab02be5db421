public import NIOCore

/// How far somebody is behind the slowest line that is served. Where something is full, whoever is furthest behind is
/// let go before anybody new is refused: a stranger who sends nothing keeps nobody out.
public struct Pace: Sendable {
    /// As if it had begun then, and nothing had come since. What came early is no credit: a body that stops short of
    /// its end falls behind from its last byte.
    public private(set) var origin: NIODeadline
    private let limits: ConnectionLimits

    public init(_ limits: ConnectionLimits, from start: NIODeadline) { (self.limits, origin) = (limits, start) }

    public mutating func came(_ bytes: Int, at now: NIODeadline) {
        origin = min(now, origin + limits.allowance(.zero, bytes: bytes))
    }

    /// From when on it may be let go for others' sake.
    public var mayGo: NIODeadline { origin + limits.grace }
}

/// Said to a connection from outside of its event loop: somebody else needs what it holds.
public enum LetGo: Sendable {
    /// The place among connections.
    case place

    /// The memory of the body that it is sending.
    case body
}
