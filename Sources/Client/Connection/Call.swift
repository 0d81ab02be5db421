import Foundation
import StrictEncoding

/// One request to the service, and how large an answer may be.
struct Call: Sendable {
    enum Method: String {
        case get = "GET"
        case put = "PUT"
        case post = "POST"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    /// The most bytes of an answer that has no limit of its own.
    static let usualLimit = 8 << 20

    /// The most bytes of a document.
    static let documentLimit = 32 << 20

    let method: Method
    let path: String
    var contentType: String?
    var body: [UInt8]?
    var credential: StaffCredential?

    /// The header `Authorization` of who is no staff.
    var authorization: String?
    var limit = usualLimit

    /// - Parameter path: below /api/v1, the variable parts as `segment(_:)` makes them.
    init(_ method: Method, _ path: String, limit: Int = usualLimit) {
        self.method = method
        self.path = "/api/v1" + path
        self.limit = limit
    }

    /// A call to something else than the service: a relay.
    /// - Parameter path: all that comes after the host.
    init(_ method: Method, below path: String, limit: Int = usualLimit) {
        (self.method, self.path, self.limit) = (method, path, limit)
    }

    /// A call with a JSON body.
    init(_ method: Method, _ path: String, _ body: JSONValue, limit: Int = usualLimit) {
        self.init(method, path, limit: limit)
        self.body = body.encoded()
        contentType = "application/json"
    }

    /// A call with a table as its body.
    init(_ method: Method, _ path: String, csv: [UInt8]) {
        self.init(method, path)
        body = csv
        contentType = "text/csv; charset=utf-8"
    }

    /// A call with a PDF as its body.
    init(_ method: Method, _ path: String, pdf: [UInt8]) {
        self.init(method, path)
        body = pdf
        contentType = "application/pdf"
    }

    /// What errors call it: "PUT /api/v1/…".
    var name: String { "\(method.rawValue) \(path)" }

    /// Any text as one part of a path (RFC 3986 section 3.3).
    static func segment(_ text: String) -> String {
        let allowed = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }
}

/// By what a member of staff is known to the service.
enum StaffCredential: Sendable {
    /// A bearer token, for scripts.
    case token(String)

    /// The session's cookie, as the service set it.
    case cookie(String)

    var header: (name: String, value: String) {
        switch self {
        case .token(let token): ("Authorization", "Bearer \(token)")
        case .cookie(let cookie): ("Cookie", cookie)
        }
    }
}
