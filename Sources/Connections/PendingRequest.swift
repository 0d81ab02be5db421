import HTTPTypes
import NIOHTTP1
import NIOHTTPTypesHTTP1

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

extension HTTPRequest {
    /// As NIO's own conversion has it, which first parses every address as a URL to see whether it names a host too: as
    /// much work as all the rest. An address that begins with a slash is a path, and names none (RFC 9112, section 3.2).
    init(asked head: HTTPRequestHead) throws {
        guard head.uri.utf8.first == UInt8(ascii: "/") else {
            try self.init(head, secure: false, splitCookie: false)
            return
        }
        self.init(
            method: try Method(head.method), scheme: "http", authority: head.headers.first(name: "host"),
            path: head.uri, headerFields: HTTPFields(head.headers, splitCookie: false))
    }
}
