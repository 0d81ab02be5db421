import Connections
import NIOCore
import TestSupport
import Testing

@testable import Service

/// A service that has as many connections as it may have.
@Suite struct FullServiceTests {
    @Test func beyondTheLimitWhoIsIdleMakesRoomAndWhoIsBusyDoesNot() async throws {
        var limits = ConnectionLimits()
        (limits.connections, limits.turnedAway, limits.grace) = (3, 1, .hours(1))
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

    @Test func whoDeliversLeastForItsTimeMakesRoom() async throws {
        var limits = ConnectionLimits()
        (limits.connections, limits.grace, limits.rate) = (3, .zero, 1)
        try await TestService.run(limits: limits) { service in
            try await RawConnection.run(to: service.port) { drip in
                try await Self.begin(&drip)
                try await RawConnection.run(to: service.port) { stalled in
                    try await Self.begin(&stalled)
                    // Behind the other when it began, and before it by what it sends.
                    try await drip.send("12345")
                    while try await !service.call("GET", "/metrics").text.contains("{purse=\"strangers\"} 5\n") {}
                    try await RawConnection.run(to: service.port) { connection in
                        try await connection.send(RawConnection.request("GET /healthz"))
                        #expect(try await connection.answer()?.status == 200)
                    }
                    let answer = try #require(try await stalled.answer())
                    #expect(answer.status == 503 && answer.header("retry-after") == "10")
                    #expect(try await stalled.rest() == "")
                }
                try await drip.send("6789")
                let answer = try #require(try await drip.answer(), "who was faster is read to the end")
                #expect(answer.status != 503 && answer.status != 408)
            }
        }
    }

    /// A request whose body is awaited.
    private static func begin(_ connection: inout RawConnection) async throws {
        try await connection.send(
            RawConnection.request("POST /api/v1/verify", "Expect: 100-continue\r\nContent-Length: 9\r\n"))
        #expect(try await connection.answer()?.status == 100)
    }

    /// While so many connections are in the middle of a request.
    private static func holding(
        _ count: Int, of port: Int, _ body: () async throws -> Void
    ) async throws {
        guard count > 0 else { return try await body() }
        try await RawConnection.run(to: port) { connection in
            try await begin(&connection)
            try await holding(count - 1, of: port, body)
        }
    }
}
