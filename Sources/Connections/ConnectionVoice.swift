public import NIOHTTP1

/// Whoever answers requests, as far as a connection speaks for it: before a request is read, or instead of an answer.
public protocol ConnectionVoice: Sendable {
    /// Adds what every answer carries.
    func complete(_ headers: inout HTTPHeaders)

    /// What is said where the connection itself refuses something; it ends with that.
    func answer(to reason: ConnectionRefusal) -> ConnectionAnswer
}

/// Why a connection refuses to go on.
public enum ConnectionRefusal: CaseIterable, Sendable {
    case tooManyConnections

    /// A request with no Host, or several.
    case host
    case notHTTP

    /// The request does not come in the time that it has.
    case tooSlow

    /// Others need the room, and this came slowest.
    case displaced
}

/// Problem details (RFC 9457), encoded.
public struct ConnectionAnswer: Sendable {
    let status: Int
    let body: [UInt8]
    let retryAfter: Int?

    /// - Parameter retryAfter: in seconds.
    public init(status: Int, body: [UInt8], retryAfter: Int? = nil) {
        (self.status, self.body, self.retryAfter) = (status, body, retryAfter)
    }
}

/// Says to whoever reads a body that the rest of it does not come in time.
public struct RequestTooSlow: Error {}
