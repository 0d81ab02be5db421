import Client
import StrictEncoding
import Testing

@testable import Service

/// Guessing passwords is made slow.
@Suite struct ThrottleTests {
    private static func signIn(_ service: TestService, _ name: String, _ password: String) async throws -> RawAnswer {
        let body: JSONValue = ["name": .string(name), "password": .string(password)]
        return try await service.call("POST", "/api/v1/staff/session", body.encoded())
    }

    @Test func aFewFailuresAreFreeThenOneWaits() async throws {
        try await TestService.run { service in
            for _ in 0..<5 {
                #expect(try await Self.signIn(service, "quantri", "sai-mat-khau").code == "wrong-credentials")
            }
            for name in ["quantri", " QUANTRI"] {
                let answer = try await Self.signIn(service, name, TestService.adminPassword)
                #expect(answer.status == 429 && answer.code == "throttled" && answer.headers["retry-after"] == "1")
            }
            #expect(try await Self.signIn(service, "khac", "sai-mat-khau").code == "wrong-credentials")
            service.time.advance(by: 1)
            #expect(try await Self.signIn(service, "quantri", TestService.adminPassword).status == 200)
            #expect(try await Self.signIn(service, "quantri", "sai-mat-khau").code == "wrong-credentials")
        }
    }

    @Test func guessingAtOnceIsNoWayAroundIt() async throws {
        try await TestService.run { service in
            let answers = try await VoterRaceTests.together(24) {
                try await Self.signIn(service, "quantri", "sai-mat-khau-\($0)")
            }
            let codes = answers.compactMap(\.code).sorted()
            let (refused, tried) = (codes.prefix(19), codes.dropFirst(19))
            #expect(Set(refused) == ["throttled"] && Set(tried) == ["wrong-credentials"] && codes.count == 24)
        }
    }

    /// The journal is for good: whoever sits at an open session without the password does not fill it, by whichever door.
    @Test func whatIsThrottledLeavesNoLines() async throws {
        try await TestService.run { service in
            let answer = try await Self.signIn(service, "quantri", TestService.adminPassword)
            let cookie = try #require(answer.headers["set-cookie"]?.split(separator: ";").first.map(String.init))
            let codes = try await Self.guess(service, ["Cookie": cookie], times: 13)
            #expect(codes.prefix(5).allSatisfy { $0 == "wrong-credentials" })
            #expect(codes.count == 39 && codes.dropFirst(5).allSatisfy { $0 == "throttled" })
            let lines = try await service.admin.journal().filter { $0.action.contains("refused") }
            #expect(lines.map(\.detail) == [String](repeating: "wrong-credentials", count: 5))
            #expect(Set(lines.map(\.action)).count == 3, "each of them is told")
        }
    }

    /// Guesses at a session's password by every door that asks for it.
    private static func guess(
        _ service: TestService, _ headers: [String: String], times: Int
    ) async throws -> [String?] {
        let (wrong, new): (JSONValue, JSONValue) = ("sai-mat-khau", "trời mưa ướt áo nâu")
        let doors: [(String, String, JSONValue)] = [
            ("POST", "session/confirmation", ["password": wrong]),
            ("PUT", "password", ["old": wrong, "new": new]),
            ("POST", "tokens", ["label": "x", "days": 1, "password": wrong]),
        ]
        var codes: [String?] = []
        for _ in 0..<times {
            for (method, path, body) in doors {
                codes.append(
                    try await service.call(method, "/api/v1/staff/\(path)", body.encoded(), headers: headers).code)
            }
        }
        return codes
    }

    /// What strangers guess at a name is written down until they have to wait.
    @Test func aStrangersGuessesAreFewLines() async throws {
        try await TestService.run { service in
            _ = try await service.staff("thuky", .secretary)
            for _ in 0..<30 { _ = try await Self.signIn(service, "thuky", "sai-mat-khau") }
            for _ in 0..<3 { _ = try await Self.signIn(service, "khong-co-ai", "sai-mat-khau") }
            let refused = try await service.admin.journal().filter { $0.action == "session.refused" }
            #expect(refused.count == 5 && refused.allSatisfy { $0.account == "thuky" })
        }
    }

    @Test func theOldPasswordIsNotGuessedEither() async throws {
        try await TestService.run { service in
            let admin = try await service.admin
            var codes: [String] = []
            for _ in 0..<7 {
                let problem = await refusal {
                    try await admin.changePassword(from: "sai-mat-khau", to: "ao-mua-treo-sau-cua")
                }
                codes.append(problem?.code ?? "")
            }
            #expect(codes == [String](repeating: "wrong-credentials", count: 5) + ["throttled", "throttled"])
        }
    }
}
