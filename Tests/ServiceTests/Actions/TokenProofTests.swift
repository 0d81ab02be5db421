import Client
import Testing

@testable import Service

/// Whoever finds a script's token changes no account with it and makes no other token: what gives power or cannot be
/// undone asks for the password of the token's account beside it.
@Suite struct TokenProofTests {
    private typealias Ask = @Sendable (_ script: StaffClient, _ ownPassword: String?) async throws -> Void
    private static let new = "mot-mat-khau-khac-han"

    /// What the journal has of each, where the password came with it.
    private static let deeds: [(line: String, ask: Ask)] = [
        (
            "account.create binh",
            { script, own in
                try await script.createAccount(
                    "binh", displayName: "Bình", roles: [.admin], password: new, ownPassword: own)
            }
        ),
        (
            "account.roles an admin",
            { script, own in try await script.changeAccount("an", roles: [.admin], ownPassword: own) }
        ),
        (
            "account.password an",
            { script, own in try await script.changeAccount("an", password: new, ownPassword: own) }
        ),
        (
            "account.disable an",
            { script, own in try await script.changeAccount("an", isDisabled: true, ownPassword: own) }
        ),
        (
            "account.enable an",
            { script, own in try await script.changeAccount("an", isDisabled: false, ownPassword: own) }
        ),
        ("access.factors-reset an", { script, own in try await script.resetFactors(of: "an", ownPassword: own) }),
        ("access.lift an", { script, own in try await script.liftLock(of: "an", ownPassword: own) }),
    ]

    @Test func aTokenAloneChangesNoAccount() async throws {
        try await TestService.run { service in
            _ = try await service.staff("an", .secretary)
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("an")
                _ = try await StrictStaff.addApp(visitor, service)
            }
            let admin = try await service.staff("quan-tri-hai", .admin)
            let password = TestService.staffPassword
            let script = StaffClient(
                service.connection, token: try await admin.newToken(label: "x", days: 1, password: password).token)
            var lines = ["token.create x"]
            for (line, ask) in Self.deeds {
                let before = try await service.admin.accounts()
                await expectRefusal("forbidden", line) { try await ask(script, nil) }
                await expectRefusal("wrong-credentials", line) { try await ask(script, "sai-mat-khau-roi") }
                await expectRefusal("wrong-credentials", line) { try await ask(script, TestService.adminPassword) }
                #expect(try await service.admin.accounts() == before, "\(line)")
                #expect(try await service.lines(of: "quan-tri-hai") == lines, "\(line)")
                try await ask(script, password)
                lines.append(line)
                #expect(try await service.lines(of: "quan-tri-hai") == lines)
            }
        }
    }

    /// Every right of the table that wants the password with a token has a case here, or is one's own password's.
    @Test func everySuchRightIsTried() {
        let rights = Set(Right.allCases.filter { $0.row.tokens == .withPassword })
        #expect(
            rights == [
                .createAccount, .changeRoles, .resetPassword, .disableAccount, .resetFactors, .liftLock,
                .changeOwnPassword,
            ])
    }

    @Test func aTokenMakesNoToken() async throws {
        try await TestService.run { service in
            let admin = try await service.staff("quan-tri-hai", .admin)
            let password = TestService.staffPassword
            let script = StaffClient(
                service.connection, token: try await admin.newToken(label: "x", days: 1, password: password).token)
            await expectRefusal("forbidden", "even with the password: sign in for it") {
                _ = try await script.newToken(label: "y", days: 366, password: password)
            }
            await expectRefusal("wrong-credentials") {
                try await script.changePassword(from: "sai-mat-khau-roi", to: Self.new)
            }
            let lines = try await service.lines(of: "quan-tri-hai")
            #expect(lines == ["token.create x", "account.own-password-refused wrong-credentials"])
        }
    }
}
