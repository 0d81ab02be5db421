import Testing

@testable import Service

/// A service that has as many connections as it may have.
@Suite struct FullServiceTests {
    @Test func beyondTheLimitWhoIsIdleMakesRoomAndWhoIsBusyDoesNot() async throws {
        var limits = ConnectionLimits()
        (limits.connections, limits.turnedAway) = (3, 1)
        try await TestService.run(limits: limits) { service in
            // Of those that do nothing the oldest goes.
            try await RawConnection.run(to: service.port) { idle in
                for _ in 0..<5 {
                    try await RawConnection.run(to: service.port) { connection in
                        try await connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                        #expect(try await connection.answer()?.status == 200)
                    }
                }
                _ = try await service.call("GET", "/healthz")
            }
            try await Self.holding(3, of: service.port) {
                try await RawConnection.run(to: service.port) { connection in
                    try await connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                    let answer = try #require(try await connection.answer())
                    #expect(answer.status == 503 && answer.body.contains("overloaded"))
                    #expect(answer.header("retry-after") != nil && answer.header("content-security-policy") != nil)
                    let rest = try await RawConnection.run(to: service.port) { try await $0.rest() }
                    #expect(rest == "", "not even told")
                }
            }
        }
    }

    /// While so many connections are in the middle of a request.
    private static func holding(
        _ count: Int, of port: Int, _ body: () async throws -> Void
    ) async throws {
        guard count > 0 else { return try await body() }
        try await RawConnection.run(to: port) { connection in
            try await connection.send(
                "POST /api/v1/verify HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n")
            #expect(try await connection.answer()?.status == 100)
            try await holding(count - 1, of: port, body)
        }
    }
}
