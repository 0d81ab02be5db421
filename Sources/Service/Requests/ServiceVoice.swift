import Connections
import HTTPTypes
import NIOHTTP1
import StrictEncoding

/// What the service's connections say in its name.
struct ServiceVoice: ConnectionVoice {
    let headers: AnswerHeaders

    func complete(_ headers: inout HTTPHeaders) { self.headers.complete(&headers) }

    func answer(to reason: ConnectionRefusal) -> ConnectionAnswer {
        let problem = Self.problem(reason)
        return ConnectionAnswer(
            status: problem.status.code, body: problem.json.encoded(), retryAfter: problem.retryAfter)
    }

    private static func problem(_ reason: ConnectionRefusal) -> Problem {
        switch reason {
        case .tooManyConnections: Problem(.overloaded, "there are too many connections", retryAfter: 10)
        case .host: Problem(.malformedRequest, "Host")
        case .notHTTP: Problem(.malformedRequest, "HTTP")
        case .tooSlow: Problem(.requestTimeout)
        case .displaced: Problem(.overloaded, "others needed the room, and this came slowest", retryAfter: 10)
        }
    }
}
