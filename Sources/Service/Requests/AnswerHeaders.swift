import NIOHTTP1

/// What every answer carries, whoever made it: a page, the API, a file, a refusal, the connection itself.
struct AnswerHeaders: Sendable {
    /// Scripts and styles are files of ours; nothing inline, nothing from elsewhere, no page in a frame.
    /// - Parameter addresses: what a page's scripts may ask besides the service itself, each with what is below it.
    static func policy(connectingTo addresses: [String] = []) -> String {
        let connect = ["connect-src 'self'"] + addresses.map { $0 + "/" }
        return [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:",
            "font-src 'self'", connect.joined(separator: " "), "form-action 'self'", "base-uri 'none'",
            "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
        ].joined(separator: "; ")
    }

    private static let policyName = "content-security-policy"

    /// A browser's own reader of PDF brings scripts and styles of its own.
    private static let documentPolicy = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    private static let always = [
        ("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer"), ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(self), microphone=(), geolocation=(), browsing-topics=()"),
    ]

    /// For a year; what else the host serves is not ours to decide.
    private static let strictTransport = ("strict-transport-security", "max-age=31536000")

    /// What never differs, put together once.
    private let ofPages, ofDocuments: HTTPHeaders

    /// - Parameter isSecure: whether people come over TLS, here or at a proxy.
    init(isSecure: Bool) {
        let always = Self.always + (isSecure ? [Self.strictTransport] : [])
        ofPages = HTTPHeaders([(Self.policyName, Self.policy())] + always)
        ofDocuments = HTTPHeaders([(Self.policyName, Self.documentPolicy)] + always)
    }

    func complete(_ headers: inout HTTPHeaders) {
        let isDocument = headers.first(name: "content-type") == "application/pdf"
        // Two policies would hold together: a page that has its own has no other.
        let own = headers.first(name: Self.policyName)
        headers.add(contentsOf: isDocument ? ofDocuments : ofPages)
        if let own { headers.replaceOrAdd(name: Self.policyName, value: own) }
        // What is not said to be kept is nobody's to keep.
        if !headers.contains(name: "cache-control") { headers.add(name: "cache-control", value: "no-store") }
    }
}
