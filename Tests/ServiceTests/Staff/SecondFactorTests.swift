import AccountSecurity
import Client
import StrictEncoding
import Testing

@testable import Service

/// Signing in with a second factor, over a live port.
@Suite struct SecondFactorTests {
    private static func api(
        _ service: TestService, _ code: String?, password: String = TestService.adminPassword
    ) async throws -> RawAnswer {
        let body: JSONValue = ["name": "quantri", "password": .string(password)]
        return try await service.call(
            "POST", "/api/v1/staff/session", body.adding("code", code.map(JSONValue.string)).encoded())
    }

    /// An administrator in a simple installation who has added an app.
    private static func withApp(
        _ body: @escaping @Sendable (TestService, PageVisitor, AuthenticatorApp, [String]) async throws -> Void
    ) async throws {
        try await TestService.run { service in
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("quantri", TestService.adminPassword)
                let (app, codes) = try await StrictStaff.addApp(visitor, service)
                service.time.advance(by: 60)
                try await body(service, visitor, app, codes)
            }
        }
    }

    @Test func thePasswordAloneIsNotEnoughAnyMore() async throws {
        try await Self.withApp { service, _, app, codes async throws in
            #expect(codes.count == 10 && Set(codes).count == 10)
            #expect(try await Self.api(service, nil).code == "factor-needed")
            #expect(try await Self.api(service, "000000").code == "wrong-code")
            #expect(
                try await Self.api(service, app.code(at: service.time.now), password: "sai").code == "wrong-credentials"
            )
            #expect(try await Self.api(service, app.code(at: service.time.now)).status == 200)
        }
    }

    @Test func aCodeIsTakenOnceAndInItsTime() async throws {
        try await Self.withApp { service, _, app, _ async throws in
            let code = app.code(at: service.time.now)
            #expect(try await Self.api(service, code).status == 200)
            #expect(try await Self.api(service, code).code == "wrong-code")
            #expect(try await Self.api(service, app.code(at: service.time.now - 90)).code == "wrong-code")
            service.time.advance(by: 30)
            #expect(try await Self.api(service, app.code(at: service.time.now)).status == 200)
        }
    }

    @Test func aRecoveryCodeOpensOnce() async throws {
        try await Self.withApp { service, _, _, codes async throws in
            #expect(try await Self.api(service, codes[3].lowercased()).status == 200)
            #expect(try await Self.api(service, codes[3]).code == "wrong-code")
            #expect(try await Self.api(service, codes[4]).status == 200)
        }
    }

    @Test func guessingCodesWaitsEvenForWhoKnowsThePassword() async throws {
        try await Self.withApp { service, _, app, _ in
            var refusals: [String] = []
            for guess in 0..<6 { refusals.append(try await Self.api(service, "00000\(guess)").code ?? "") }
            #expect(refusals.contains("throttled"), "\(refusals)")
            #expect(try await Self.api(service, app.code(at: service.time.now)).code == "throttled")
        }
    }

    @Test func thePagesAskInTwoStepsAndMakeANewSession() async throws {
        try await Self.withApp { service, _, app, _ in
            try await PageVisitor.visit(service) { other in
                let first = try await other.signIn("quantri", TestService.adminPassword)
                #expect(first.status == 303 && first.location == "/sign-in/factor?to=/desk")
                #expect(try await other.get("/desk").location?.hasPrefix("/sign-in") == true, "not signed in yet")
                let wrong = try await StrictStaff.finish(other, "123456")
                #expect(wrong.status == 401 && wrong.text.contains("data-code=\"wrong-code\""))
                let right = try await StrictStaff.finish(other, app.code(at: service.time.now))
                #expect(right.status == 303 && right.location == "/desk")
                #expect(try await other.get("/desk").status == 200)
                let again = try await StrictStaff.finish(other, app.code(at: service.time.now + 30))
                #expect(again.status != 303 || again.location?.hasPrefix("/sign-in") == true, "the step is over")
            }
        }
    }

    @Test func theSecondStepIsOverAfterTenMinutes() async throws {
        try await Self.withApp { service, _, app, _ in
            try await PageVisitor.visit(service) { other in
                _ = try await other.signIn("quantri", TestService.adminPassword)
                let token = try await other.get("/sign-in/factor").formToken ?? ""
                service.time.advance(by: 601)
                let late = try await other.post(
                    "/sign-in/factor", ["form": token, "code": app.code(at: service.time.now)])
                #expect(late.status == 401 && late.text.contains("data-code=\"sign-in-over\""))
                #expect(try await other.get("/desk").location?.hasPrefix("/sign-in") == true)
            }
        }
    }

    @Test func anAdministratorLetsInWhoLostEverything() async throws {
        try await TestService.run { service in
            _ = try await service.staff("thuky", .secretary)
            try await PageVisitor.visit(service) { secretary in
                _ = try await secretary.signIn("thuky")
                _ = try await StrictStaff.addApp(secretary, service)
                let step = try await PageVisitor.visit(service) { try await $0.signIn("thuky") }
                #expect(step.location?.hasPrefix("/sign-in/factor") == true)
                try await PageVisitor.visit(service) { admin in
                    _ = try await admin.signIn("quantri", TestService.adminPassword)
                    let done = try await admin.submit(
                        "/desk/accounts/factors", from: "/desk/accounts", ["name": "thuky"])
                    #expect(done.status == 303)
                    let own = try await admin.submit(
                        "/desk/accounts/factors", from: "/desk/accounts", ["name": "quantri"])
                    #expect(own.status == 400, "not one's own")
                }
                #expect(try await secretary.get("/desk").location?.hasPrefix("/sign-in") == true)
                #expect(try await secretary.signIn("thuky").location == "/desk")
            }
        }
    }

    @Test func aProgramTellsAndTakesAwaySecondFactors() async throws {
        try await TestService.run { service in
            let holder = try await service.staff("thuky", .secretary)
            let admin = try await service.admin
            #expect(try await admin.factors(of: "thuky").factors.isEmpty)
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("thuky")
                _ = try await StrictStaff.addApp(visitor, service)
            }
            let factors = try await admin.factors(of: "ThuKy")
            #expect(factors.factors.map(\.kind) == [.app] && factors.recoveryCodes == 10)
            #expect(try await holder.factors() == factors)
            await expectRefusal("forbidden") { _ = try await holder.factors(of: "quantri") }
            await expectRefusal("forbidden") { try await holder.resetFactors(of: "quantri") }
            await expectRefusal("malformed-request") { try await admin.resetFactors(of: "quantri") }
            await expectRefusal("not-found") { try await admin.resetFactors(of: "ai-do") }
            #expect(try await admin.factors(of: "thuky") == factors)
            try await admin.resetFactors(of: "thuky")
            #expect(try await admin.factors(of: "thuky").factors.isEmpty)
            await expectRefusal("unauthenticated", "sessions end") { _ = try await holder.factors() }
            let again = try await service.staff("thuky", .secretary)
            #expect(try await again.factors().recoveryCodes == 0)
            let journal = try await admin.journal()
            #expect(journal.contains { $0.action == "access.factors-reset" && $0.detail == "thuky" })
        }
    }

    @Test func theJournalHasNoCodeInIt() async throws {
        try await Self.withApp { service, _, app, codes in
            let code = app.code(at: service.time.now)
            _ = try await Self.api(service, "999999")
            _ = try await Self.api(service, codes[0])
            let admin = try await StaffClient.login(
                service.connection, name: "quantri", password: TestService.adminPassword, code: code)
            let lines = try await admin.journal()
            let actions = Set(lines.map(\.action))
            #expect(
                actions.isSuperset(of: [
                    "session.begin", "access.code-refused", "access.app", "access.recovery", "access.recovery-used",
                ]))
            for line in lines {
                for secret in [code, codes[0], "999999", TestService.adminPassword, app.typedSecret] {
                    #expect(line.detail?.contains(secret) != true)
                }
            }
        }
    }
}
