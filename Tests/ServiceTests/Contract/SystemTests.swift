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

    /// Asked by machines every few seconds, and by strangers as often as they like.
    @Test func notReadyWhileNothingCanBeWritten() async throws {
        let plan = FaultPlan()
        try await TestService.run(faults: plan) { service in
            func expect(_ status: Int, _ when: String) async throws {
                let answer = try await service.call("GET", "/readyz")
                #expect(answer.status == status, "\(when)")
                #expect(answer.code == (status == 200 ? nil : "unavailable"), "\(when)")
            }
            try await expect(200, "all is well")
            plan.arm(1, .failsForAWhile)
            try await expect(200, "as it was found a moment ago")
            #expect(plan.calls == 0, "nothing was tried")
            service.time.advance(by: 5)
            for _ in 0..<3 { try await expect(503, "nothing can be written") }
            #expect(plan.hasStruck && plan.calls == 1, "a write was tried, once")
            plan.disarm()
            try await expect(503, "as it was found a moment ago")
            service.time.advance(by: 5)
            try await expect(200, "it can be written to again")
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
