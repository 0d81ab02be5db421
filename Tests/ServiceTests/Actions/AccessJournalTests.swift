import StrictEncoding
import Testing

@testable import Service

/// What the journal has of what guards an account besides its password; only pages ask for it.
@Suite struct AccessJournalTests {
    private static let own = "/desk/account"
    private static let factors = "/desk/account/factors"

    /// In order; each with the status of its answer and all that the journal has of it.
    private static let deeds: [(status: Int, lines: [String], take: @Sendable (DeedScene) async throws -> Int)] = [
        (401, ["access.confirm-refused wrong-credentials"], { try await confirm($0, "sai-mat-khau-roi") }),
        (303, ["access.confirm"], { try await confirm($0, TestService.staffPassword) }),
        (200, ["access.passkey Khóa <USB>", "access.recovery"], { try await addPasskey($0) }),
        (422, [], { try await TestAuthenticator().add(to: $0.visitor, "Khóa", origin: "https://evil.example").status }),
        (200, ["access.recovery"], { try await $0.submit(factors + "/recovery", [:], from: factors).status }),
        (404, [], { try await $0.submit(factors + "/remove", ["factor": "AAAA"], from: factors).status }),
        (303, ["access.factor-remove Khóa <USB>"], { try await send($0, "factor", factors + "/remove", factors) }),
        (303, ["access.session-end"], { try await send($0, "session", own + "/sessions/end-one", own) }),
        (404, [], { try await $0.submit(own + "/sessions/end-one", ["session": nobodys], from: own).status }),
        (303, ["access.device-forget"], { try await send($0, "device", own + "/devices/forget", own) }),
        (404, [], { try await $0.submit(own + "/devices/forget", ["device": nobodys], from: own).status }),
    ]

    private static let nobodys = Base64URL.encode([UInt8](repeating: 7, count: 32))

    private static func confirm(_ scene: DeedScene, _ password: String) async throws -> Int {
        try await scene.submit("/desk/confirm", ["password": password]).status
    }

    private static func addPasskey(_ scene: DeedScene) async throws -> Int {
        try await TestAuthenticator().add(to: scene.visitor, "Khóa <USB>").status
    }

    /// Sends a form with the first value that the page has for its field.
    private static func send(
        _ scene: DeedScene, _ field: String, _ path: String, _ page: String
    ) async throws -> Int {
        let text = try await scene.visitor.get(page).text
        let value = text.firstMatch(
            of: try Regex("name=\"\(field)\" value=\"([^\"]+)\"", as: (Substring, Substring).self))
        return try await scene.submit(path, [field: String(try #require(value).output.1)], from: page).status
    }

    @Test func whatGuardsAnAccountIsWrittenDown() async throws {
        try await PreparedRound.run(.draft) {
            $0.publicAddress = TestAuthenticator.address
        } _: { round in
            try await DeedScene.run(over: round) { scene in
                var before: [String] = []
                for (place, deed) in Self.deeds.enumerated() {
                    let status = try await deed.take(scene)
                    let after = try await scene.service.lines(of: DeedScene.name)
                    #expect(status == deed.status, "\(place)")
                    #expect(after == before + deed.lines, "\(place)")
                    before = after
                }
            }
        }
    }
}
