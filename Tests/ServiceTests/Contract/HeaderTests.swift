import Foundation
import TestSupport
import Testing

@testable import Service

/// The headers that every answer carries, whoever makes it.
@Suite struct HeaderTests {
    private static let always = [
        "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "x-frame-options": "DENY",
        "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
    ]

    private static func check(_ headers: [String: String], _ what: String) {
        for (name, value) in always { #expect(headers[name] == value, "\(what): \(name)") }
        let policy = headers["content-security-policy"] ?? ""
        #expect(policy.contains("frame-ancestors 'none'"), "\(what)")
        #expect(policy.contains("default-src 'none'") || headers["content-type"] == "application/pdf", "\(what)")
        #expect(headers["permissions-policy"]?.contains("geolocation=()") == true, "\(what)")
        let type = headers["content-type"] ?? ""
        #expect(!type.hasPrefix("text/") || type.contains("charset=utf-8"), "\(what): \(type)")
        #expect(headers["cache-control"] != nil && headers["server"] == nil, "\(what)")
        #expect(headers["strict-transport-security"] == nil, "\(what): plain HTTP")
    }

    /// Some address of a route.
    private static func path(_ route: Routes.Route) -> String {
        route.path.replacing(/\{[A-Za-z]+\}/, with: "x").replacing("**", with: "styles/house.css")
    }

    @Test func everyRouteAnswersWithThem() async throws {
        let routes = try await Routes.ofTheService()
        #expect(routes.count > 60)
        try await TestService.run { service in
            for route in routes {
                let path = Self.path(route)
                for (method, body) in [(route.method, route.method == "GET" ? nil : [UInt8]()), ("OPTIONS", [])] {
                    let answer = try await service.call(method, path, body)
                    Self.check(answer.headers, "\(method) \(path) \(answer.status)")
                    guard answer.headers["cache-control"] != "no-store" else { continue }
                    #expect(path.hasPrefix("/assets/"), "only files of ours are kept: \(path)")
                }
            }
        }
    }

    @Test func staffsPagesAndFilesAndStreamsDoToo() async throws {
        try await PreparedRound.run(.voting) { round in
            for page in ["", "presence", "units", "members", "cards", "nowhere"] {
                let answer = try await round.visitor(.secretary).open(page)
                Self.check(answer.headers, page)
                #expect(answer.headers["cache-control"] == "no-store")
            }
            try await RawConnection.run(to: round.service.port) { connection in
                try await connection.send("HEAD /rounds/\(round.roundID)/events HTTP/1.1\r\nHost: a\r\n\r\n")
                let head = try #require(try await connection.answer(hasBody: false))
                #expect(
                    head.header("x-content-type-options") == "nosniff" && head.header("cache-control") == "no-store")
            }
        }
    }

    @Test func whereThereIsTLSItIsInsistedOn() async throws {
        try await TestService.run(configure: { $0.publicAddress = "https://phieu.example" }) { service in
            for path in ["/", "/api/v1/keys", "/nowhere", "/desk"] {
                let headers = try await service.call("GET", path).headers
                #expect(headers["strict-transport-security"] == "max-age=31536000", "\(path)")
            }
        }
    }

    @Test func noHeaderComesTwice() async throws {
        try await TestService.run { service in
            for path in ["/", "/api/v1/keys", "/desk", "/assets/SHA256SUMS"] {
                try await RawConnection.run(to: service.port) { connection in
                    try await connection.send("GET \(path) HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n")
                    let head = try #require(try await connection.answer()).head
                    let names = head.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != ":" }.lowercased() }
                        .filter { $0 != "set-cookie" }
                    #expect(Set(names).count == names.count, "\(path): \(names)")
                }
            }
        }
    }
}
