import Foundation
import TestSupport
import Testing

@testable import Service

/// HTTP as RFC 9110 and RFC 9112 have it.
@Suite struct HTTPRulesTests {
    private static let json = "Content-Type: application/json\r\n"

    @Test(arguments: [
        "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n",
        "Connection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n", "Connection: Upgrade\r\n",
        "Upgrade: h2c\r\n",
    ])
    func aWishForAnotherProtocolIsIgnored(headers: String) async throws {
        try await TestService.run { service in
            try await RawConnection.run(to: service.port) { connection in
                try await connection.send(RawConnection.request("GET /healthz", headers))
                let answer = try #require(try await connection.answer())
                #expect(answer.status == 200 && answer.body == "ok\n" && answer.header("connection") == "close")
                #expect(try await connection.rest() == "", "and the connection ends")
            }
            try await RawConnection.run(to: service.port) { connection in
                let body = #"{"name":"x","password":"y"}"#
                let length = "Content-Length: \(body.utf8.count)\r\n"
                try await connection.send(
                    RawConnection.request("POST /api/v1/staff/session", headers + length + Self.json))
                try await connection.send(body)
                #expect(try await connection.answer()?.status == 401)
            }
        }
    }

    /// RFC 9112, section 3.2.2: a server takes the absolute form, which clients send to proxies; a path may look like one.
    @Test(arguments: [
        ("http://phieu.example/healthz", 200), ("http://phieu.example/healthz?x=//y", 200),
        ("/healthz?x=http://y/", 200),
        ("//healthz", 200), ("http://phieu.example", 200), ("*", 404), ("/http://phieu.example/healthz", 404),
    ])
    func anAddressIsAPathOrAWholeURL(address: String, status: Int) async throws {
        try await TestService.run { service in
            try await RawConnection.run(to: service.port) { connection in
                try await connection.send(RawConnection.request("GET \(address)"))
                #expect(try await connection.answer()?.status == status)
            }
        }
    }

    @Test func whoAsksWhetherToGoOnIsTold() async throws {
        try await TestService.run { service in
            try await RawConnection.run(to: service.port) { connection in
                let body = #"{"name":"quantri","password":"\#(TestService.adminPassword)"}"#
                try await connection.send(
                    RawConnection.request(
                        "POST /api/v1/staff/session",
                        "Expect: 100-continue\r\nContent-Length: \(body.utf8.count)\r\n" + Self.json))
                #expect(try await connection.answer()?.status == 100)
                try await connection.send(body)
                #expect(try await connection.answer()?.status == 200)
                try await connection.send(RawConnection.request("GET /healthz"))
                #expect(try await connection.answer()?.status == 200)
            }
        }
    }

    @Test(arguments: [
        "Z\r\nabc\r\n0\r\n\r\n", "3\r\nabcd\r\n0\r\n\r\n", "-1\r\n\r\n", "ffffffffffffffffff\r\n", "3 abc\r\n",
    ])
    func malformedChunksAreMalformed(chunks: String) async throws {
        try await TestService.run { service in
            try await RawConnection.run(to: service.port) { connection in
                try await connection.send(
                    RawConnection.request("POST /api/v1/verify", "Transfer-Encoding: chunked\r\n") + chunks)
                let answer = try #require(try await connection.answer())
                #expect(answer.status == 400 && answer.body.contains("malformed-request"))
                #expect(answer.header("connection") == "close")
                #expect(try await connection.rest() == "")
            }
            #expect(!service.logs.text.contains("request failed"))
        }
    }

    @Test func wellFormedChunksAreTaken() async throws {
        try await TestService.run { service in
            try await RawConnection.run(to: service.port) { connection in
                try await connection.send(
                    RawConnection.request("POST /api/v1/staff/session", "Transfer-Encoding: chunked\r\n" + Self.json)
                        + "1b\r\n{\"name\":\"x\",\"password\":\"y\"}\r\n0\r\n\r\n")
                #expect(try await connection.answer()?.status == 401)
            }
        }
    }

    @Test(arguments: ["/api/v1/verify", "/api/v1/staff/session", "/verify", "/sign-in"])
    func anUploadThatBreaksOffIsNobodysAlarm(path: String) async throws {
        try await TestService.run { service in
            try await RawConnection.run(to: service.port) { connection in
                try await connection.send(
                    RawConnection.request("POST \(path)", "Content-Length: 1000\r\n" + Self.json) + "half")
                while try await !Self.metrics(service).contains("phieukin_requests_in_flight 2") {}
            }
            while try await !Self.metrics(service).contains("phieukin_requests_in_flight 1\n") {}
            #expect(!service.logs.text.contains("request failed"))
            #expect(try await !Self.metrics(service).contains("status=\"500\""))
        }
    }

    private static func metrics(_ service: TestService) async throws -> String {
        try await service.call("GET", "/metrics").text
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "NONSENSE\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 40_000))\r\n\r\n",
        "POST /api/v1/verify HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST /api/v1/verify HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
    ])
    func aHeadThatIsNoneIsRefusedInWords(head: String) async throws {
        try await TestService.run { service in
            try await RawConnection.run(to: service.port) { connection in
                try await connection.send(head)
                let answer = try #require(try await connection.answer())
                #expect(answer.status == 400 && answer.body.contains("malformed-request"))
                #expect(answer.header("x-content-type-options") == "nosniff")
                #expect(try await connection.rest() == "")
            }
        }
    }

    @Test func theOldProtocolIsAnsweredAndEnded() async throws {
        try await TestService.run { service in
            for headers in ["", "Connection: keep-alive\r\n"] {
                try await RawConnection.run(to: service.port) { connection in
                    try await connection.send("GET /healthz HTTP/1.0\r\n\(headers)\r\n")
                    let answer = try await connection.rest()
                    #expect(answer.hasPrefix("HTTP/1.0 200") && answer.hasSuffix("\r\n\r\nok\n"))
                }
            }
        }
    }

    @Test func aClientThatClosesIsToldSo() async throws {
        try await TestService.run { service in
            for value in ["close", "Close", "keep-alive, close"] {
                try await RawConnection.run(to: service.port) { connection in
                    try await connection.send(RawConnection.request("GET /healthz", "Connection: \(value)\r\n"))
                    #expect(try await connection.answer()?.header("connection") == "close", "\(value)")
                    #expect(try await connection.rest() == "")
                }
            }
        }
    }
}
