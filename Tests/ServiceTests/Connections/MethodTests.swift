import Foundation
import TestSupport
import Testing

@testable import Service

/// What an address answers to methods other than the one it is for.
@Suite struct MethodTests {
    @Test(arguments: ["/", "/healthz", "/sign-in", "/api/v1/keys", "/nowhere", "/desk", "/api/v1/staff/rounds"])
    func headIsGetWithoutItsBody(path: String) async throws {
        try await TestService.run { service in
            try await RawConnection.run(to: service.port) { connection in
                try await connection.send(RawConnection.request("GET \(path)"))
                let whole = try #require(try await connection.answer())
                try await connection.send(RawConnection.request("HEAD \(path)"))
                let head = try #require(try await connection.answer(hasBody: false))
                #expect(head.status == whole.status)
                // The sign-in page's secret is another one each time; its length is not.
                for name in ["content-length", "content-type", "cache-control", "location"] {
                    #expect(head.header(name) == whole.header(name), "\(name)")
                }
                // Nothing was sent behind it: the next answer is where it belongs.
                try await connection.send(RawConnection.request("GET /healthz"))
                #expect(try await connection.answer()?.body == "ok\n")
            }
        }
    }

    @Test func headOfAStreamOfEventsEnds() async throws {
        try await PreparedRound.run(.voting) { round in
            try await RawConnection.run(to: round.service.port) { connection in
                try await connection.send(RawConnection.request("HEAD /rounds/\(round.roundID)/events"))
                let head = try #require(try await connection.answer(hasBody: false))
                #expect(head.status == 200 && head.header("content-type")?.hasPrefix("text/event-stream") == true)
                #expect(try await connection.rest() == "")
            }
        }
    }

    @Test(arguments: [
        ("POST", "/healthz", "GET, HEAD"), ("DELETE", "/api/v1/keys", "GET, HEAD"), ("PUT", "/metrics", "GET, HEAD"),
        ("GET", "/api/v1/verify", "POST"), ("HEAD", "/api/v1/verify", "POST"), ("OPTIONS", "/", "GET, HEAD"),
        ("OPTIONS", "/api/v1/staff/session", "DELETE, GET, HEAD, POST"), ("TRACE", "/healthz", "GET, HEAD"),
        ("OPTIONS", "/verify", "GET, HEAD, POST"), ("PATCH", "/assets/1/styles/house.css", "GET, HEAD"),
        ("OPTIONS", "/api/v1/rounds/x/slips", "POST"),
    ])
    func aMethodThatIsNotThereIsNamedWithThoseThatAre(method: String, path: String, allowed: String) async throws {
        try await TestService.run { service in
            let hasBody = ["POST", "PUT", "PATCH", "DELETE"].contains(method)
            let answer = try await service.call(method, path, hasBody ? [] : nil)
            #expect(answer.status == 405 && answer.headers["allow"] == allowed)
            if method != "HEAD" { #expect(answer.code == "method-not-allowed") }
        }
    }

    @Test(arguments: ["OPTIONS", "GET", "HEAD", "DELETE"])
    func whatIsNowhereIsNotFoundByAnyMethod(method: String) async throws {
        try await TestService.run { service in
            for path in ["/nowhere", "/api/v1/staff/rounds/x/y/z/none", "/desk/nowhere"] {
                let answer = try await service.call(method, path)
                #expect(answer.status == 404 && answer.headers["allow"] == nil, "\(path)")
            }
        }
    }
}
