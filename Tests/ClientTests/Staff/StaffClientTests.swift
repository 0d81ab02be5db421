import NIOHTTP1
import SecretBallot
import Testing

@testable import Client

struct StaffClientTests {
    private static let account =
        #"{"account":{"name":"thuky","displayName":"Thư ký","roles":["secretary"],"disabled":false,"mustChangePassword":false,"since":1}}"#

    @Test func keepsTheSessionsCookie() async throws {
        let cookie = ("Set-Cookie", "__Host-phieukin=abc; Path=/; Secure; HttpOnly; SameSite=Strict")
        try await FakeServer.run({ _, _ in .init(200, Self.account, headers: [cookie]) }) { server in
            let staff = try await StaffClient.login(server.connection(), name: "thuky", password: "mật khẩu")
            let account = try await staff.account()
            #expect(account.roles == [.secretary])
            #expect(server.requests[0].headers.first(name: "Cookie") == nil)
            #expect(server.requests[1].headers.first(name: "Cookie") == "__Host-phieukin=abc")
        }
    }

    @Test func refusesALoginWithoutACookie() async throws {
        try await FakeServer.run({ _, _ in .init(200, Self.account) }) { server in
            await #expect(throws: AnswerFault.self) {
                try await StaffClient.login(server.connection(), name: "thuky", password: "x")
            }
        }
    }

    @Test func waitsUntilARoundIsFrozen() async throws {
        let replies = [
            #"{"done":0,"total":2,"state":"draft"}"#, #"{"done":1,"total":2,"state":"draft"}"#,
            #"{"done":2,"total":2,"state":"frozen","roundID":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#,
        ]
        try await FakeServer.run({ _, place in .init(200, replies[place]) }) { server in
            var steps: [Int] = []
            let staff = StaffClient(try server.connection(), token: "t")
            let roundID = try await staff.freeze("r", every: .milliseconds(1)) { steps.append($0.done) }
            #expect(steps == [0, 1, 2])
            #expect(roundID.bytes == [UInt8](repeating: 0, count: 32))
        }
    }

    @Test func saysWhyAFreezingFailed() async throws {
        let reply = #"{"done":1,"total":2,"state":"draft","failed":{"code":"storage-full"}}"#
        try await FakeServer.run({ _, _ in .init(202, reply) }) { server in
            let staff = StaffClient(try server.connection(), token: "t")
            await #expect(throws: FreezeFailure(code: "storage-full")) {
                try await staff.freeze("r", every: .milliseconds(1)) { _ in }
            }
        }
    }

    @Test func readsARoundWithMembersThatItDoesNotKnow() async throws {
        let reply = #"""
            {"round":"r1","roundID":null,"state":"draft","kind":"recognition","title":"t","year":2026,"createdAt":1,
            "draft":{"x":1},"board":null,"freezing":null,"freezeSignatures":0,"turnout":null,"steps":[],
            "roundCode":null,"warnings":[],
            "units":[{"id":"a","name":"A","kind":"subordinate-cell","eligible":false,
            "failures":[{"precondition":"p","messages":{"vi":"v","en":"e"}}]}],
            "voters":[{"id":"v","name":"V","credentialKey":null,"mark":"absent","issued":false}]}
            """#
        try await FakeServer.run({ _, _ in .init(200, reply) }) { server in
            let detail = try await StaffClient(server.connection(), token: "t").round("r1")
            #expect(detail.summary.roundID == nil)
            #expect(!detail.units[0].isEligible)
            #expect(!detail.voters[0].hasKey)
            #expect(detail.voters[0].mark == .absent)
        }
    }
}
