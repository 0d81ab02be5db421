import Foundation
import HTTPTypes
import Hummingbird

/// Whether a browser's request comes from a page of ours, as far as the browser says so.
///
/// SameSite=Strict keeps the session's cookie at home already, but another host of the same site is home to it. So what
/// browsers send along is held against it: Sec-Fetch-Site, and Origin with whatever changes something. `null` is what
/// they send for a form of ours, as our pages have no referrer: its own value proves such a form (`FormGuard`).
struct SiteOrigin: Sendable {
    private struct Origin: Equatable {
        let scheme, host: String
        let port: Int

        /// Nil for anything but http or https and a host.
        init?(_ text: String) {
            guard let parts = URLComponents(string: text.lowercased()), let scheme = parts.scheme,
                let host = parts.host, !host.isEmpty, let usual = ["http": 80, "https": 443][scheme]
            else { return nil }
            (self.scheme, self.host, port) = (scheme, host, parts.port ?? usual)
        }
    }

    private let home: Origin?

    /// - Parameter address: as people reach the service.
    init(address: String) { home = Origin(address) }

    /// - Throws: `Problem.crossSite`.
    func check(_ request: Request) throws(Problem) {
        if let site = request.headers[.secFetchSite], site != "same-origin", site != "none" {
            throw Problem(.crossSite)
        }
        guard !request.isSafe, let origin = request.headers[.origin], origin != "null" else { return }
        guard isOurs(origin, request) else { throw Problem(.crossSite) }
    }

    /// The same for the interface that scripts and programs use, where no form's value proves anything: what changes
    /// something is of a type that no other site's form can send, and `null` is nobody of ours.
    /// - Throws: `Problem.crossSite`, `.unsupportedType`.
    func checkCall(_ request: Request) throws(Problem) {
        try check(request)
        guard !request.isSafe else { return }
        if request.headers[.origin] == "null", request.headers[.secFetchSite] != "same-origin" {
            throw Problem(.crossSite)
        }
        let type = request.headers[.contentType]?.prefix { $0 != ";" && $0 != " " }.lowercased()
        guard type.map(Self.types.contains) ?? !request.hasBody else { throw Problem(.unsupportedType) }
    }

    /// What the interface takes: docs/api/openapi.yaml.
    private static let types: Set<String> = ["application/json", "text/csv", "application/pdf"]

    private func isOurs(_ origin: String, _ request: Request) -> Bool {
        guard let sent = Origin(origin) else { return false }
        if sent == home { return true }
        // Behind a proxy it is not known whether people come over TLS; never do they come without where we have it.
        guard sent.scheme == "https" || home?.scheme == "http", let host = request.head.authority else { return false }
        return sent == Origin("\(sent.scheme)://\(host)")
    }
}

extension Request {
    /// RFC 9110, section 9.2.1: asks for nothing to be changed.
    fileprivate var isSafe: Bool { [.get, .head, .options].contains(method) }

    fileprivate var hasBody: Bool {
        headers[.transferEncoding] != nil || headers[.contentLength].map { $0 != "0" } ?? false
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
