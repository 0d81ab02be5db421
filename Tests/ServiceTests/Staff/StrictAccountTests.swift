import AccountSecurity
import Client
import Foundation
import Storage
import StrictEncoding
import Testing

@testable import Service

/// What a strict installation asks of an account before it can do anything.
@Suite struct StrictAccountTests {
    private static func changePassword(
        _ visitor: PageVisitor, from old: String, to new: String
    ) async throws -> PageVisitor.Page {
        try await visitor.submit(
            "/desk/account/password", from: "/desk/account",
            ["oldPassword": old, "newPassword": new, "repeatedPassword": new])
    }

    /// Signs in for the first time and does what is asked for.
    private static func settle(_ admin: PageVisitor, _ service: TestService) async throws {
        _ = try await admin.signIn("quantri", TestService.adminPassword)
        _ = try await changePassword(admin, from: TestService.adminPassword, to: StrictStaff.own)
        _ = try await StrictStaff.addApp(admin, service)
    }

    @Test func theFirstPasswordIsChangedThenAFactorAddedThenWorkBegins() async throws {
        try await StrictStaff.run { service in
            try await PageVisitor.visit(service) { admin in
                _ = try await admin.signIn("quantri", TestService.adminPassword)
                #expect(try await admin.get("/desk/accounts").location == "/desk/account#password-form")
                #expect(try await admin.get("/desk/account").text.contains("id=\"first-password-notice\""))
                let same = try await Self.changePassword(
                    admin, from: TestService.adminPassword, to: TestService.adminPassword)
                #expect(same.status == 422)
                let changed = try await Self.changePassword(admin, from: TestService.adminPassword, to: StrictStaff.own)
                #expect(changed.status == 303)
                #expect(try await admin.get("/desk/accounts").location == "/desk/account/factors")
                #expect(try await admin.get("/desk/account/factors").text.contains("id=\"factor-wanted\""))
                let (_, codes) = try await StrictStaff.addApp(admin, service)
                #expect(codes.count == 10)
                #expect(try await admin.get("/desk/accounts").status == 200)
            }
        }
    }

    /// A script's token knows no second factor: it has no more power than its account had when it was made.
    @Test func aTokenMadeWithoutAFactorGetsNoPowerThatAsksForOne() async throws {
        try await StrictStaff.run { service in
            let secretary = try await StaffClient.login(service.connection, name: "thuky", password: StrictStaff.own)
            let token = try await secretary.newToken(label: "máy", days: 30, password: StrictStaff.own).token
            let script = StaffClient(service.connection, token: token)
            #expect(try await script.account().name == "thuky")
            try await PageVisitor.visit(service) { admin in
                try await Self.settle(admin, service)
                let roles = try await admin.submit(
                    "/desk/accounts/roles", from: "/desk/accounts",
                    ["name": "thuky", "role": "admin"])
                #expect(roles.status == 303)
            }
            await expectRefusal("unauthenticated") { _ = try await script.account() }
        }
    }

    /// And where an installation becomes strict, what an account has to do first is asked of its tokens too.
    @Test func anOlderTokenHasItsAccountsDuties() async throws {
        try await TestFolder.use { folder in
            let token = try await TestService.run(in: folder) { service in
                try await service.admin.newToken(label: "máy", days: 30, password: TestService.adminPassword).token
            }
            try await TestService.run(in: folder, configure: { $0.accountRules = .strict }) { service async throws in
                let script = StaffClient(service.connection, token: token)
                await expectRefusal("factor-to-add") { _ = try await script.accounts() }
                #expect(try await script.account().name == "quantri")
            }
        }
    }

    @Test func theInterfaceSaysTheSameByItsCodes() async throws {
        try await StrictStaff.run { service in
            let admin = try await service.admin
            #expect(try await admin.account().mustChangePassword)
            await expectRefusal("password-to-change") { _ = try await admin.accounts() }
            #expect(
                await refusal {
                    _ = try await admin.newToken(label: "x", days: 1, password: TestService.adminPassword)
                }?
                .code == "password-to-change")
            try await admin.changePassword(from: TestService.adminPassword, to: StrictStaff.own)
            let again = try await StaffClient.login(service.connection, name: "quantri", password: StrictStaff.own)
            await expectRefusal("factor-to-add") { _ = try await again.accounts() }
        }
    }

    @Test func aFirstPasswordEndsAfterAWeek() async throws {
        try await StrictStaff.run { service in
            service.time.advance(by: 7 * 86_400 - 1)
            _ = try await service.admin
            service.time.advance(by: 1)
            await expectRefusal("first-password-over") { _ = try await service.admin }
        }
    }

    @Test func theLastFactorStaysWhereItIsAskedFor() async throws {
        try await StrictStaff.run { service in
            try await PageVisitor.visit(service) { admin in
                try await Self.settle(admin, service)
                let page = try await admin.get("/desk/account/factors")
                let id = try #require(page.text.firstMatch(of: /name="factor" value="([^"]+)"/)?.output.1)
                let refused = try await admin.submit(
                    "/desk/account/factors/remove", from: "/desk/account/factors", ["factor": String(id)])
                #expect(refused.status == 409 && refused.text.contains("data-code=\"last-factor\""))
            }
        }
    }

    @Test func whatCannotBeUndoneWantsThePasswordOfLate() async throws {
        try await StrictStaff.run { service in
            try await PageVisitor.visit(service) { admin in
                try await Self.settle(admin, service)
                service.time.advance(by: 601)
                let fields = ["name": "an", "displayName": "An", "role": "secretary"]
                let asked = try await admin.submit("/desk/accounts", from: "/desk/accounts", fields)
                #expect(asked.status == 303 && asked.location == "/desk/confirm?to=/desk/accounts")
                let wrong = try await admin.submit(
                    "/desk/confirm?to=/desk/accounts", from: "/desk/confirm?to=/desk/accounts", ["password": "sai"])
                #expect(wrong.status == 401)
                let confirmed = try await admin.submit(
                    "/desk/confirm?to=/desk/accounts", from: "/desk/confirm?to=/desk/accounts",
                    ["password": StrictStaff.own])
                #expect(confirmed.status == 303 && confirmed.location == "/desk/accounts")
                let made = try await admin.submit("/desk/accounts", from: "/desk/accounts", fields)
                #expect(made.status == 200 && made.text.contains("id=\"first-password\""))
            }
        }
    }

    @Test func aSecretaryComesBackToTheRoundAndTakesTheStep() async throws {
        try await StrictStaff.run { service in
            let secretary = try await StaffClient.login(service.connection, name: "thuky", password: StrictStaff.own)
            let page = "/desk/rounds/\(try await secretary.createRound(TestRound.draft).round)"
            try await PageVisitor.visit(service) { visitor in
                #expect(
                    try await visitor.signIn("thuky", StrictStaff.own).location == "/desk", "no factor is asked of her")
                service.time.advance(by: 601)
                let fields = ["step": "cancel", "reason": "Hoãn", "confirmation": "hủy đợt"]
                let asked = try await visitor.submit(page, from: page, fields)
                #expect(asked.status == 303 && asked.location == "/desk/confirm?to=\(page)")
                _ = try await visitor.submit(
                    "/desk/confirm?to=\(page)", from: "/desk/confirm?to=\(page)", ["password": StrictStaff.own])
                #expect(try await visitor.submit(page, from: page, fields).location == page)
            }
        }
    }

    /// A session alone ends no recognition for good and puts no other key in the place of the signer's; what is signed
    /// with the key's own password needs no other.
    @Test func aSignersSessionAloneEndsNothingForGood() throws {
        let account = Account(name: "ky", displayName: "Ký", roles: [Role.signer.rawValue], password: "")
        let member = { (isFresh: Bool) in StaffMember(account, .session, tokenDigest: [], isFresh: isFresh) }
        for right in [Right.annulDecision, .setIdentity] {
            #expect(throws: (any Error).self) { try right.admit(member(false)) }
            try right.admit(member(true))
        }
        for right in [
            Right.issueDecisions, .affixBodySeal, .archiveDecision, .attachSignature, .withdrawPaper, .seeIdentity,
        ] {
            try right.admit(member(false))
        }
    }

    /// Trials are for trying things out.
    @Test func aTrialAsksForNothingOfThis() {
        var configuration = ServiceConfiguration(dataFolder: "/nowhere")
        #expect(configuration.rules == .strict)
        configuration.accountRules = .simple
        #expect(configuration.rules == .simple)
    }
}
