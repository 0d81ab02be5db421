import StrictEncoding
import Testing

@testable import Service

/// What holds for every request, whatever it asks for.
@Suite struct SystemTests {
    @Test func aliveReadyAndCounted() async throws {
        try await TestService.run { service in
            let health = try await service.call("GET", "/healthz")
            #expect(health.status == 200 && health.text == "ok\n")
            let ready = try await service.call("GET", "/readyz")
            #expect(ready.status == 200 && ready.text == "ready\n")
            let metrics = try await service.call("GET", "/metrics")
            #expect(metrics.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(metrics.text.contains(#"phieukin_requests_total{route="GET /healthz",status="200"} 1"#))
            #expect(metrics.text.contains("\nphieukin_requests_in_flight 1\n"), "itself")
        }
    }

    @Test(arguments: [
        "/nowhere", "/api", "/api/v1", "/api/v1/staff", "/api/v1/rounds", "/api/v2/keys", "/.git/config",
    ])
    func anUnknownPathIsNotFound(path: String) async throws {
        try await TestService.run { service in
            let answer = try await service.call("GET", path)
            #expect(answer.status == 404 && answer.code == "not-found")
            #expect(try answer.member("messages").looseObject().member("vi").string() == "Không tìm thấy.")
        }
    }

}
