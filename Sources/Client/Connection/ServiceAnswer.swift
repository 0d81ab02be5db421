import AsyncHTTPClient
import NIOHTTP1

/// What the service said.
struct ServiceAnswer: Sendable {
    let status: Int
    let body: [UInt8]

    /// Seconds after which the service asks to be tried again.
    let retryAfter: Int?

    /// The name and value of the first cookie that the service set.
    let cookie: String?

    init(_ response: HTTPClientResponse, body: [UInt8]) {
        status = Int(response.status.code)
        self.body = body
        retryAfter = response.headers.first(name: "Retry-After").flatMap(Int.init)
        cookie = response.headers.first(name: "Set-Cookie")?.split(separator: ";").first.map(String.init)
    }

    var isSuccess: Bool { (200..<300).contains(status) }
}
