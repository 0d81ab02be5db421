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

    @Test func theOldPasswordIsNotGuessedEither() async throws {
        try await TestService.run { service in
            let admin = try await service.admin
            var codes: [String] = []
            for _ in 0..<7 {
                let problem = await refusal {
                    try await admin.changePassword(from: "sai-mat-khau", to: "mat-khau-moi-hoan-toan")
                }
                codes.append(problem?.code ?? "")
            }
            #expect(codes == [String](repeating: "wrong-credentials", count: 5) + ["throttled", "throttled"])
        }
    }
}
