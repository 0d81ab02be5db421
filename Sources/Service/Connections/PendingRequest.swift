import NIOHTTP1

/// What of a request decides how its answer is written.
struct PendingRequest {
    let version: HTTPVersion

    /// Answered as GET is, without the body.
    let isHead: Bool

    /// Whether the connection ends with the answer.
    var isLast: Bool

    init(_ head: HTTPRequestHead) {
        version = head.version
        isHead = head.method == .HEAD
        // What the length of an answer is not told by cannot be kept open for another: so with HTTP/1.0.
        isLast = !head.isKeepAlive || head.version.minor == 0 || Self.asksForUpgrade(head)
    }

    /// For an answer to what never became a request.
    static let unknown = PendingRequest(HTTPRequestHead(version: .http1_1, method: .GET, uri: "/"))

    /// RFC 9110, section 7.8: who does not know a protocol ignores the wish. The parser reads nothing of ours behind
    /// one, so the connection ends.
    private static func asksForUpgrade(_ head: HTTPRequestHead) -> Bool {
        head.headers.contains(name: "upgrade")
            || head.headers[canonicalForm: "connection"].contains { $0.lowercased() == "upgrade" }
    }

    /// RFC 9112, section 3.2: exactly one Host, but from HTTP/1.0.
    static func isWellFormed(_ head: HTTPRequestHead) -> Bool {
        let hosts = head.headers["host"].count
        return hosts == 1 || hosts == 0 && head.version.minor == 0
    }

    static func awaitsContinue(_ head: HTTPRequestHead) -> Bool {
        head.version.minor > 0 && head.headers.first(name: "expect")?.lowercased() == "100-continue"
    }
}
