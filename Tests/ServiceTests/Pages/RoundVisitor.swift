import Foundation
import Storage
import StrictEncoding

@testable import Service

/// Somebody of the staff, known by a token and not by a cookie, on the pages of one round.
struct RoundVisitor {
    let round: TestRound
    let role: Role

    private func path(_ page: String) -> String { "/desk/rounds/\(round.name)" + (page.isEmpty ? "" : "/\(page)") }

    var headers: [String: String] {
        ["Authorization": "Bearer " + PreparedStaff.token(role), "Accept": "text/html"]
    }

    func open(_ page: String = "", language: String = "vi") async throws -> RawAnswer {
        try await round.service.call("GET", path(page) + "?lang=\(language)", headers: headers)
    }

    /// Sends a form as a page of ours would; with another token where given.
    func send(_ fields: KeyValuePairs<String, String>, to page: String = "", token: String? = nil) async throws
        -> RawAnswer
    {
        try await send(fields.map { ($0.key, $0.value) }, to: page, token: token)
    }

    func send(_ fields: [(String, String)], to page: String, token: String? = nil) async throws -> RawAnswer {
        let digest = StaffToken.digest(of: try Base64URL.decode(PreparedStaff.token(role)))
        let all = [("form", token ?? FormGuard.token(for: digest))] + fields
        let body = all.map { "\($0)=\(Self.escaped($1))" }.joined(separator: "&")
        var headers = headers
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return try await round.service.call("POST", path(page), Array(body.utf8), headers: headers)
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension TestRound {
    func visitor(_ role: Role) -> RoundVisitor { RoundVisitor(round: self, role: role) }
}
