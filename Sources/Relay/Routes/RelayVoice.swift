import Connections
import HTTPTypes
import NIOHTTP1
import StrictEncoding

/// What a relay's connections say in its name. Pages of any origin may ask, without credentials; nobody keeps an answer.
struct RelayVoice: ConnectionVoice {
    private let always: HTTPHeaders

    /// - Parameter isSecure: whether people come over TLS.
    init(isSecure: Bool) {
        var headers = HTTPHeaders([
            ("access-control-allow-origin", "*"), ("cache-control", "no-store"), ("x-content-type-options", "nosniff"),
        ])
        if isSecure { headers.add(name: "strict-transport-security", value: "max-age=31536000") }
        always = headers
    }

    func complete(_ headers: inout HTTPHeaders) { headers.add(contentsOf: always) }

    func answer(to reason: ConnectionRefusal) -> ConnectionAnswer {
        let problem = RelayProblem(reason)
        return ConnectionAnswer(
            status: problem.status.code, body: problem.json.encoded(), retryAfter: problem.retryAfter)
    }
}
