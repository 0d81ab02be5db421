import Client
import Connections
import StrictEncoding
import Testing

@testable import Service

/// Strangers who guess at a known name do not keep its rightful holder out.
@Suite struct LockOutTests {
    private static func guess(_ service: TestService, times: Int = 12) async throws {
        let body: JSONValue = ["name": "thuky", "password": "đoán bừa một mật khẩu"]
        for _ in 0..<times { _ = try await service.call("POST", "/api/v1/staff/session", body.encoded()) }
    }

    @Test func aDeviceThatSignedInBeforeHasItsOwnBudget() async throws {
        try await TestService.run { service in
            _ = try await service.staff("thuky", .secretary)
            try await PageVisitor.visit(service) { known in
                _ = try await known.signIn("thuky")
                _ = try await known.submit("/sign-out", from: "/desk", [:])
                try await Self.guess(service)
                try await PageVisitor.visit(service) { stranger async throws in
                    #expect(try await stranger.signIn("thuky").status == 429)
                }
                #expect(try await known.signIn("thuky").location == "/desk")
                // It is a budget, not a pass.
                for _ in 0..<5 { _ = try await known.signIn("thuky", "sai-mat-khau-roi") }
                #expect(try await known.signIn("thuky").status == 429)
            }
        }
    }

    @Test func aDeviceOfOneAccountIsAStrangerToAnother() async throws {
        try await TestService.run { service in
            _ = try await service.staff("thuky", .secretary)
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("quantri", TestService.adminPassword)
                _ = try await visitor.submit("/sign-out", from: "/desk", [:])
                try await Self.guess(service)
                #expect(try await visitor.signIn("thuky").status == 429)
                #expect(try await visitor.signIn("quantri", TestService.adminPassword).location == "/desk")
            }
        }
    }

    @Test func aLiveSessionChangesItsPasswordWhileOthersGuess() async throws {
        try await TestService.run { service in
            let secretary = try await service.staff("thuky", .secretary)
            try await Self.guess(service)
            try await secretary.changePassword(from: TestService.staffPassword, to: "trời mưa ướt áo nâu")
        }
    }

    @Test func theAdministratorLiftsTheWait() async throws {
        try await TestService.run { service in
            _ = try await service.staff("thuky", .secretary)
            try await PageVisitor.visit(service) { admin in
                _ = try await admin.signIn("quantri", TestService.adminPassword)
                for action in ["/desk/accounts/lift", "/desk/accounts/password"] {
                    try await Self.guess(service)
                    let page = try await admin.submit(action, from: "/desk/accounts", ["name": "thuky"])
                    let password =
                        page.text.firstMatch(of: /id="first-password">([^<]+)</).map { String($0.output.1) }
                        ?? TestService.staffPassword
                    try await PageVisitor.visit(service) { holder async throws in
                        #expect(try await holder.signIn("thuky", password).location == "/desk", "\(action)")
                    }
                }
            }
        }
    }

    @Test func aProgramLiftsTheWaitToo() async throws {
        try await TestService.run { service in
            _ = try await service.staff("thuky", .secretary)
            let admin = try await service.admin
            let password = TestService.adminPassword
            let script = StaffClient(
                service.connection, token: try await admin.newToken(label: "x", days: 1, password: password).token)
            let login = {
                _ = try await StaffClient.login(
                    service.connection, name: "thuky", password: TestService.staffPassword)
            }
            try await Self.guess(service)
            #expect(await refusal(of: login)?.code == "throttled")
            await expectRefusal("forbidden") { try await script.liftLock(of: "thuky") }
            await expectRefusal("not-found") { try await admin.liftLock(of: "khong-co") }
            #expect(await refusal(of: login)?.code == "throttled", "nothing of this lifted it")
            try await script.liftLock(of: "ThuKy", ownPassword: password)
            try await login()
            let lines = try await admin.journal().filter { $0.action == "access.lift" }
            #expect(lines.map(\.detail) == ["thuky"])
        }
    }

    @Test func manyNamesFromOneAddressAreSlowedDownToo() async throws {
        let doors = SignInGuard()
        let (one, other) = (PeerAddress(text: "203.0.113.9"), PeerAddress(text: "203.0.113.10"))
        var refused = 0
        for number in 0..<60 {
            do { try doors.begin(.stranger(name: "tên \(number)", address: one), at: 0) } catch {
                refused += 1
            }
        }
        #expect(refused > 0)
        try doors.begin(.stranger(name: "người khác", address: other), at: 0)
        try doors.begin(.stranger(name: "sau proxy", address: nil), at: 0)
    }
}
