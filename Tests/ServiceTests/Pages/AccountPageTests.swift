import Client
import Recognition
import Storage
import StrictEncoding
import Testing

@testable import Service

/// Accounts, one's own account, the journal.
@Suite struct AccountPageTests {
    private static let accounts = "/desk/accounts"

    private static func visit(
        _ body: @escaping @Sendable (PageVisitor, TestService) async throws -> Void
    ) async throws {
        try await TestService.run { service in
            try await PageVisitor.visit(service) { visitor in
                let found1 = try await visitor.signIn("quantri", TestService.adminPassword)
                #expect(found1.status == 303)
                try await body(visitor, service)
            }
        }
    }

    private static func password(_ page: PageVisitor.Page) throws -> String {
        try #require(page.text.firstMatch(of: /id="first-password">([^<]+)</)?.output.1).description
    }

    @Test func aNewAccountsPasswordIsShownOnceAndOpens() async throws {
        try await Self.visit { visitor, service in
            let made = try await visitor.submit(
                Self.accounts, from: Self.accounts,
                ["name": "ThuKy", "displayName": "Trần Thị <b>Thư</b>", "role": "secretary"])
            #expect(made.status == 200 && made.text.contains("Trần Thị &lt;b&gt;Thư"))
            let password = try Self.password(made)
            let holds1 = try await !visitor.get(Self.accounts).text.contains(password)
            #expect(holds1)
            try await PageVisitor.visit(service) { other in
                let found2 = try await other.signIn("thuky", password)
                #expect(found2.location == "/desk")
                let found3 = try await other.get(Self.accounts)
                #expect(found3.status == 403, "not an administrator")
            }
            let twice = try await visitor.submit(
                Self.accounts, from: Self.accounts, ["name": "thuky", "displayName": "Khác"])
            #expect(twice.status == 409 && twice.text.contains("value=\"Khác\""))
        }
    }

    @Test func rolesPasswordsAndAccountsAreTakenBack() async throws {
        try await Self.visit { visitor, service in
            _ = try await service.staff("can-bo", .secretary)
            let change: @Sendable (String, [String: String]) async throws -> PageVisitor.Page = { action, more in
                try await visitor.submit(
                    "\(Self.accounts)/\(action)", from: Self.accounts, ["name": "can-bo"].merging(more) { $1 })
            }
            try await PageVisitor.visit(service) { other in
                _ = try await other.signIn("can-bo")
                let found4 = try await change("roles", ["role": "signer"])
                #expect(found4.status == 303)
                let found5 = try await other.get("/desk/identity")
                #expect(found5.status == 200)
                let password = try Self.password(try await change("password", [:]))
                let found6 = try await other.get("/desk/account")
                #expect(found6.status == 303, "the session has ended")
                let found7 = try await other.signIn("can-bo")
                #expect(found7.status == 401)
                let found8 = try await other.signIn("can-bo", password)
                #expect(found8.status == 303)
                let found9 = try await change("disable", [:])
                #expect(found9.status == 303)
                let found10 = try await other.get("/desk/account")
                #expect(found10.status == 303)
                let found11 = try await other.signIn("can-bo", password)
                #expect(found11.status == 401)
                let found12 = try await change("enable", [:])
                #expect(found12.status == 303)
                let found13 = try await other.signIn("can-bo", password)
                #expect(found13.status == 303)
            }
        }
    }

    @Test func theLastAdministratorStays() async throws {
        try await Self.visit { visitor, service in
            for (action, more) in [("roles", ["role": "signer"]), ("disable", [:])] {
                let page = try await visitor.submit(
                    "\(Self.accounts)/\(action)", from: Self.accounts, ["name": "quantri"].merging(more) { $1 })
                #expect(page.status == 409 && page.text.contains("ít nhất một tài khoản quản trị"))
            }
            let found14 = try await visitor.get(Self.accounts)
            #expect(found14.status == 200)
        }
    }

    @Test func aFormThatIsNotOursChangesNothing() async throws {
        try await Self.visit { visitor, service in
            let made = try await visitor.post(Self.accounts, ["name": "la", "displayName": "Lạ", "role": "admin"])
            #expect(made.status == 403)
            let found15 = try await service.admin.accounts()
            #expect(found15.count == 1)
        }
    }

    @Test func onesPasswordIsChangedAndOtherSessionsEnd() async throws {
        try await Self.visit { visitor, service in
            try await PageVisitor.visit(service) { other in
                _ = try await other.signIn("quantri", TestService.adminPassword)
                let fields = [
                    "oldPassword": TestService.adminPassword, "newPassword": "ao-mua-treo-sau-cua",
                    "repeatedPassword": "ao-mua-treo-sau-cua",
                ]
                let change = { (more: [String: String]) in
                    try await visitor.submit(
                        "/desk/account/password", from: "/desk/account", fields.merging(more) { $1 })
                }
                let found16 = try await change(["repeatedPassword": "khac-di-mot-chut"])
                #expect(found16.status == 422)
                let found17 = try await change(["newPassword": "ngan", "repeatedPassword": "ngan"])
                #expect(found17.status == 422)
                let found18 = try await change(["oldPassword": "sai-mat-khau-cu"])
                #expect(found18.status == 401)
                let found19 = try await other.get("/desk/account")
                #expect(found19.status == 200, "nothing has changed so far")
                let found20 = try await change([:])
                #expect(found20.location == "/desk/account?done=password")
                let found21 = try await visitor.get("/desk/account")
                #expect(found21.status == 200, "this browser stays signed in")
                let found22 = try await other.get("/desk/account")
                #expect(found22.status == 303)
            }
        }
    }

    @Test func aTokenIsShownOnceAndRevoked() async throws {
        try await Self.visit { visitor, service in
            let made = try await visitor.submit(
                "/desk/account/tokens", from: "/desk/account",
                ["label": "sao lưu", "days": "30", "password": TestService.adminPassword])
            let token = try #require(made.text.firstMatch(of: /class="password">([^<]+)</)?.output.1).description
            let headers = ["Authorization": "Bearer " + token]
            let found23 = try await service.call("GET", "/api/v1/staff/session", headers: headers)
            #expect(found23.status == 200)
            let page = try await visitor.get("/desk/account")
            #expect(!page.text.contains(token))
            let id = try #require(page.text.firstMatch(of: /name="token" value="([^"]+)"/)?.output.1).description
            #expect(
                try await visitor.submit("/desk/account/tokens/revoke", from: "/desk/account", ["token": id]).status
                    == 303)
            let found24 = try await service.call("GET", "/api/v1/staff/session", headers: headers)
            #expect(found24.status == 401)
        }
    }

    @Test func theJournalSaysInWordsWhatWasDone() async throws {
        try await Self.visit { visitor, service in
            let found25 = try await visitor.get("/desk/journal")
            #expect(found25.text.contains("Đăng nhập"), "the administrator's own")
            _ = try await visitor.submit(
                Self.accounts, from: Self.accounts, ["name": "thuky", "displayName": "Thư ký", "role": "secretary"])
            let page = try await visitor.get("/desk/journal")
            #expect(page.text.contains("Lập tài khoản thuky"))
            let code = try await service.admin.journal(knowing: []).code
            #expect(code.hasPrefix("\(try await service.admin.journal().count - 1)-"), "signing in is in it too")
            #expect(page.text.contains(/id="journal-code">[^<]*<code>[0-9]+(-[0-9A-Z]{4}){4}</))
            let found26 = try await visitor.get("/desk/journal?lang=en")
            #expect(found26.text.contains("Made the account thuky"))
            _ = try await service.staff("nguoi-ky", .signer)
            try await PageVisitor.visit(service) { other in
                _ = try await other.signIn("nguoi-ky")
                let found27 = try await other.get("/desk/journal")
                #expect(found27.status == 403)
            }
        }
    }

    /// Every action that any code notes has its words.
    @Test func noActionIsLeftWithoutWords() throws {
        for (action, phrase) in JournalReading.phrases {
            let entry = JournalEntry(at: 0, account: "a", action: action, detail: "7")
            let text = try #require(JournalReading.text(of: entry))
            #expect(!text.vietnamese.contains("{}") && !text.english.contains("{}"))
            #expect(phrase.vietnamese.contains("{}") == phrase.english.contains("{}"), "\(action)")
        }
    }

    /// What the journal keeps for programs is said to people in their language.
    @Test func codesOfTheJournalAreReadInWords() throws {
        func words(_ deed: some Deed) throws -> BilingualText {
            try #require(JournalReading.text(of: JournalEntry(deed, by: "a", at: 0)))
        }
        for deed in [
            AccountDeed.ownPasswordRefused(.wrongCredentials), .tokenRefused(.wrongCredentials),
        ] {
            let text = try words(deed)
            #expect(text.vietnamese.hasSuffix(ProblemCode.wrongCredentials.text.vietnamese))
            #expect(text.english.hasSuffix(ProblemCode.wrongCredentials.text.english))
        }
        let refused = try words(AccessDeed.confirmationRefused(.weakPassword))
        #expect(refused.vietnamese.hasSuffix(ProblemCode.weakPassword.text.vietnamese))
        let roles = try words(AccountDeed.rolesChanged("an", [.secretary, .board]))
        #expect(roles.vietnamese == "Đổi vai trò: an, Ban kiểm phiếu, Thư ký")
        #expect(try words(AccountDeed.rolesChanged("an", [])).english == "Changed roles: an")
        for reason in ["false-accusation", "two-commitments", "proof-of-possession", "wrong-share"] {
            let stored: JSONValue = ["attempt": 1, "member": 0, "name": "Lò: Văn Phúc", "reason": .string(reason)]
            let finding = try PlanFinding(stored: JSONReader(stored, at: "finding"))
            let text = try words(SeatDeed.attemptBroken(finding))
            #expect(text.vietnamese.contains("hiết bị của Lò: Văn Phúc"), "\(text.vietnamese)")
            #expect(!text.vietnamese.contains(reason) && !text.english.contains(reason), "\(reason)")
        }
    }

    @Test func anEndedSessionIsCalledSo() async throws {
        try await Self.visit { visitor, service in
            service.time.advance(by: 13 * 3_600)
            let led = try await visitor.get("/desk/accounts")
            #expect(led.status == 303 && led.location == "/sign-in?to=/desk/accounts")
            let found28 = try await visitor.get("/sign-in?to=/desk/accounts")
            #expect(found28.text.contains("id=\"session-over\""))
            let late = try await visitor.post("/desk/accounts/disable", ["name": "quantri"])
            #expect(late.status == 401 && late.text.contains("Phiên làm việc đã kết thúc"))
        }
    }
}
