import NIOCore
import NIOHTTP1
import StrictEncoding
import Testing

@testable import Client

struct ConnectionTests {
    @Test func sendsWhatTheCallSays() async throws {
        try await FakeServer.run({ _, _ in .init(200, "{}") }) { server in
            var call = Call(.put, "/x/\(Call.segment("a/b ắ"))", ["n": 1])
            call.credential = .token("secret")
            _ = try await server.connection().send(call)
            let request = try #require(server.requests.first)
            #expect(request.method == "PUT")
            #expect(request.uri == "/api/v1/x/a%2Fb%20%E1%BA%AF")
            #expect(request.body == Array(#"{"n":1}"#.utf8))
            #expect(request.headers.first(name: "Authorization") == "Bearer secret")
            #expect(request.headers.first(name: "Content-Type") == "application/json")
        }
    }

    @Test func limitsAnswers() async throws {
        try await FakeServer.run({ _, _ in .init(200, String(repeating: "x", count: 101)) }) { server in
            let connection = try server.connection()
            await #expect(throws: AnswerFault.self) { try await connection.send(Call(.get, "/x", limit: 100)) }
            #expect(try await connection.send(Call(.get, "/x", limit: 101)).body.count == 101)
            await #expect(throws: AnswerFault.self) {
                try await connection.stream(Call(.get, "/x", limit: 100)) { _ in }
            }
        }
    }

    @Test func followsNoRedirection() async throws {
        try await FakeServer.run({ _, _ in .init(302, "", headers: [("Location", "/elsewhere")]) }) { server in
            await #expect(throws: ServerProblem.self) { try await server.connection().send(Call(.get, "/x")) }
            #expect(server.requests.count == 1)
        }
    }

    @Test func saysThatNobodyListens() async throws {
        let connection = try Connection(to: ServerAddress("http://127.0.0.1:1"))
        await #expect(throws: ConnectionFault.unreachable) { try await connection.send(Call(.get, "/x")) }
    }

    @Test func saysThatTheAnswerIsLost() async throws {
        try await FakeServer.run({ _, _ in nil }) { server in
            await #expect(throws: ConnectionFault.lost) { try await server.connection().send(Call(.get, "/x")) }
        }
    }

    @Test func refusesPlainHTTPWhereTLSIsMeant() async throws {
        try await FakeServer.run({ _, _ in .init() }) { server in
            let address = try server.connection().address.description.replacing("http://", with: "https://")
            let connection = try Connection(to: ServerAddress(address))
            await #expect(throws: ConnectionFault.self) { try await connection.send(Call(.get, "/x")) }
        }
    }

    @Test func handsStreamsOnWithTheirErrors() async throws {
        struct Full: Error {}
        try await FakeServer.run({ _, _ in .init(200, "abc") }) { server in
            var bytes: [UInt8] = []
            try await server.connection().stream(Call(.get, "/x")) { bytes += $0 }
            #expect(bytes == Array("abc".utf8))
            await #expect(throws: Full.self) {
                try await server.connection().stream(Call(.get, "/x")) { _ in throw Full() }
            }
        }
    }

    @Test func namesAnswersThatAreNotTheContracts() async throws {
        for body in ["", "<html>", "[]", #"{"found":"three"}"#, #"{"found":3}}"#] {
            try await FakeServer.run({ _, _ in .init(200, body) }) { server in
                await #expect(throws: AnswerFault.self) {
                    try await server.connection().read(Call(.get, "/x")) { answer throws(MalformedInput) in
                        try answer.looseObject().member("found").integer()
                    }
                }
            }
        }
    }
}
