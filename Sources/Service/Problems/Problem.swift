public import HTTPTypes
public import Hummingbird
public import Recognition
public import StrictEncoding

/// A refusal as the client reads it: problem details (RFC 9457) with a stable code and words in two languages.
public struct Problem: HTTPResponseError, CustomStringConvertible {
    public let code: ProblemCode

    /// Which place, which value would do; never what was sent, never a secret.
    public let detail: String

    /// Further members, by name: `faults`, `warnings`, `state`.
    public let members: [(String, JSONValue)]
    let retryAfter: Int?

    /// Who was refused which right: for the log, not for the client.
    var refusal: RefusedRight?

    /// The methods that would do.
    let allowed: [HTTPRequest.Method]

    public init(
        _ code: ProblemCode, _ detail: String = "", members: [(String, JSONValue)] = [], retryAfter: Int? = nil,
        allowed: [HTTPRequest.Method] = []
    ) {
        self.code = code
        self.detail = detail
        self.members = members
        self.retryAfter = retryAfter
        self.allowed = allowed
    }

    /// What in particular, for whoever can mend it: said to people in both languages, and to programs in English.
    public init(_ code: ProblemCode, because reason: BilingualText) {
        self.init(code, reason.english, members: [("reason", reason.json)])
    }

    public var status: HTTPResponse.Status { code.status }

    public var description: String { detail.isEmpty ? code.rawValue : "\(code.rawValue): \(detail)" }

    /// Whether the page that was asked may say it: what people can mend, or wait for, is told where they are. What the
    /// operator has to know goes through the log.
    var isForWhoeverAsked: Bool { status.code < 500 || code == .overloaded || code == .keptBack }

    /// What programs need: which problem, of which status.
    var brief: JSONValue {
        [
            "type": .string("urn:phieukin:problem:\(code.rawValue)"), "title": .string(code.text.english),
            "status": .integer(status.code), "code": .string(code.rawValue),
        ]
    }

    var json: JSONValue {
        let value = brief.adding("messages", code.text.json)
        return members.reduce(value.adding("detail", detail.isEmpty ? nil : .string(detail))) {
            $0.adding($1.0, $1.1)
        }
    }

    public func response(from request: Request, context: some RequestContext) throws -> Response {
        var response = Response(status: status, body: .init(byteBuffer: .init(bytes: json.encoded())))
        response.headers[.contentType] = "application/problem+json"
        response.headers[.cacheControl] = "no-store"
        if code == .unauthenticated { response.headers[.wwwAuthenticate] = "Bearer" }
        mark(&response)
        return response
    }

    /// What an answer says in its head, whether a page or a program reads it.
    func mark(_ response: inout Response) {
        if let retryAfter { response.headers[.retryAfter] = String(retryAfter) }
        if !allowed.isEmpty { response.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ") }
    }
}
