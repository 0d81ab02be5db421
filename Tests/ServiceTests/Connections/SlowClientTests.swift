import Connections
import NIOCore
import SecretBallot
import TestSupport
import Testing

@testable import Service

/// Clients that take their time, on purpose or not.
@Suite struct SlowClientTests {
    private static var short: ConnectionLimits {
        var limits = ConnectionLimits()
        (limits.idle, limits.head, limits.body) = (.seconds(20), .milliseconds(300), .milliseconds(300))
        (limits.answer, limits.standstill) = (.milliseconds(300), .milliseconds(300))
        (limits.lingering, limits.stopping, limits.pace) = (.milliseconds(200), .milliseconds(300), .milliseconds(20))
        limits.rate = 1 << 20
        return limits
    }

    private static let head = "POST /api/v1/verify HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n"

    @Test(arguments: ["GET / HT", "GET / HTTP/1.1\r\nHost: a\r\nX-Drip: "])
    func aHeadThatDoesNotEndIsATimeout(beginning: String) async throws {
        try await TestService.run(limits: Self.short) { service in
            try await RawConnection.run(to: service.port) { connection in
                try await connection.send(beginning)
                let answer = try #require(try await connection.answer())
                #expect(answer.status == 408 && answer.body.contains("request-timeout"))
                #expect(answer.header("connection") == "close" && answer.header("x-content-type-options") != nil)
                #expect(try await connection.rest() == "")
            }
        }
    }

    @Test(arguments: ["", "some of it"])
    func aBodyThatDoesNotComeIsATimeout(beginning: String) async throws {
        try await TestService.run(limits: Self.short) { service in
            try await RawConnection.run(to: service.port) { connection in
                try await connection.send(Self.head + beginning)
                let answer = try #require(try await connection.answer())
                #expect(answer.status == 408 && answer.body.contains("request-timeout"))
                #expect(try await connection.rest() == "")
            }
            // Whoever read the body was told too: nothing is left of the request.
            while try await !service.call("GET", "/metrics").text.contains("phieukin_requests_in_flight 1\n") {}
            #expect(!service.logs.text.contains("request failed"))
        }
    }

    @Test func whoDoesNothingIsLetGoWithoutAWord() async throws {
        var limits = Self.short
        limits.idle = .milliseconds(400)
        try await TestService.run(limits: limits) { service in
            let rest = try await RawConnection.run(to: service.port) { try await $0.rest() }
            #expect(rest == "")
            try await RawConnection.run(to: service.port) { connection in
                try await connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try await connection.answer()?.status == 200)
                #expect(try await connection.rest() == "")
            }
        }
    }

    @Test func whoReadsNothingIsLetGo() async throws {
        try await TestService.run(limits: Self.short) { service in
            try await RawConnection.run(to: service.port) { connection in
                let page = "GET /sign-in HTTP/1.1\r\nHost: a\r\n\r\n"
                let requests = String(repeating: page, count: 100)
                // Until the service takes no more, because nobody takes its answers, and closes.
                while (try? await connection.send(requests)) != nil {}
            }
        }
    }

    @Test func aStreamOfEventsOutlivesTheTimeOfAnAnswer() async throws {
        try await PreparedRound.run(.voting, limits: Self.short) { round in
            var events = try await EventReader("/rounds/\(round.roundID)/events", of: round.service)
            _ = try await events.next()
            // Longer than any of the limits, by the service's own clock of a second.
            try await Task.sleep(for: .seconds(2))
            let contests = round.manifest.contests.count
            try await round.vote(0, [Choice](repeating: .first, count: contests))
            #expect(try await events.next(slips: contests) != nil)
        }
    }

    @Test func aServiceThatStopsDoesNotWaitForWhoeverIsSlow() async throws {
        var limits = Self.short
        (limits.body, limits.idle) = (.hours(1), .hours(1))
        let client = try await TestService.run(limits: limits) { service in
            let client = Task {
                try await RawConnection.run(to: service.port) { connection in
                    try await connection.send(Self.head + "some of it")
                    return try await connection.rest()
                }
            }
            while try await !service.call("GET", "/metrics").text.contains("phieukin_requests_in_flight 2") {}
            return client
        }
        // It has stopped by now.
        #expect(try await client.value == "")
    }
}
