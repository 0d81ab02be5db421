import Recognition
import Testing

@testable import Client

struct ServerProblemTests {
    private func problem(_ status: Int, _ body: String, headers: [(String, String)] = []) async throws -> ServerProblem
    {
        var caught: ServerProblem?
        try await FakeServer.run({ _, _ in .init(status, body, headers: headers) }) { server in
            do {
                _ = try await server.connection().send(Call(.get, "/x"))
            } catch let problem as ServerProblem {
                caught = problem
            }
        }
        return try #require(caught)
    }

    @Test func readsAllOfARefusal() async throws {
        let problem = try await problem(
            422,
            #"""
            {"type":"urn:phieukin:problem:csv","title":"t","status":422,"code":"csv","detail":"d","state":"draft",
            "messages":{"vi":"bảng sai","en":"bad table"},"new":[1],
            "faults":[{"line":7,"code":"empty-field","messages":{"vi":"ô trống","en":"empty"}},{"line":"x"}],
            "warnings":[{"warning":"few-present","present":3,"messages":{"vi":"ít","en":"few"}}]}
            """#, headers: [("Retry-After", "30")])
        #expect(problem.code == "csv")
        #expect(problem.status == 422)
        #expect(problem.messages == BilingualText("bảng sai", "bad table"))
        #expect(problem.detail == "d")
        #expect(problem.state == "draft")
        #expect(problem.faults.map(\.line) == [7])
        #expect(problem.warnings.map(\.name) == ["few-present"])
        #expect(problem.retryAfter == 30)
    }

    @Test(arguments: ["", "<html>Bad Gateway</html>", "[1]", #"{"code":5}"#, "{\"code\":"])
    func readsWhateverAProxySays(body: String) async throws {
        let problem = try await problem(502, body)
        #expect(problem.code == "unreadable")
        #expect(problem.status == 502)
        #expect(!problem.messages.vietnamese.isEmpty)
    }
}
