import Client
import StrictEncoding
import Testing

@testable import Service

/// What the journal has of accounts, passwords and tokens, at either door; and that no secret is in it.
@Suite struct AccountJournalTests {
    private static let accounts = "/desk/accounts"
    private static let own = "/desk/account"
    private static let new = "mot-mat-khau-khac-han"

    private static let deeds = [
        StaffDeed("account.create an") {
            try await $0.client.createAccount("An", displayName: "An", roles: [.board], password: new)
        } page: {
            try await $0.submit(accounts, ["name": "An", "displayName": "An", "role": "board"])
        },
        StaffDeed("account.roles an secretary") {
            try await $0.client.changeAccount("AN", roles: [.secretary])
        } page: {
            try await $0.submit(accounts + "/roles", ["name": "AN", "role": "secretary"], from: accounts)
        },
        StaffDeed("account.password an") {
            try await $0.client.changeAccount("an", password: new)
        } page: {
            try await $0.submit(accounts + "/password", ["name": "an"], from: accounts)
        },
        StaffDeed("account.disable an") {
            try await $0.client.changeAccount("an", isDisabled: true)
        } page: {
            try await $0.submit(accounts + "/disable", ["name": "an"], from: accounts)
        },
        StaffDeed("account.enable an") {
            try await $0.client.changeAccount("an", isDisabled: false)
        } page: {
            try await $0.submit(accounts + "/enable", ["name": "an"], from: accounts)
        },
        StaffDeed("token.create sao lưu") {
            _ = try await $0.client.newToken(label: "sao lưu", days: 366, password: TestService.staffPassword)
        } page: {
            try await $0.submit(
                own + "/tokens", ["label": "sao lưu", "days": "366", "password": TestService.staffPassword], from: own)
        },
        StaffDeed("token.create-refused wrong-credentials") { scene in
            _ = await refusal { _ = try await scene.client.newToken(label: "x", days: 366, password: "sai-roi") }
        } page: { scene in
            let page = try await scene.submit(
                own + "/tokens", ["label": "x", "days": "1", "password": "sai"], from: own)
            #expect(page.status == 401)
            return try await scene.visitor.get(own)
        },
        StaffDeed("account.own-password-refused wrong-credentials") { scene in
            _ = await refusal { try await scene.client.changePassword(from: "sai-roi", to: new) }
        } page: { scene in
            let page = try await changePassword(scene, from: "sai-roi", to: new)
            #expect(page.status == 401)
            return try await scene.visitor.get(own)
        },
        StaffDeed("account.own-password-refused weak-password") { scene in
            _ = await refusal {
                try await scene.client.changePassword(from: TestService.staffPassword, to: "ngan")
            }
        } page: { scene in
            let page = try await changePassword(scene, from: TestService.staffPassword, to: "ngan")
            #expect(page.status == 422)
            return try await scene.visitor.get(own)
        },
        StaffDeed("account.own-password") {
            try await $0.client.changePassword(from: TestService.staffPassword, to: new)
        } page: {
            try await changePassword($0, from: TestService.staffPassword, to: new)
        },
    ]

    private static func changePassword(
        _ scene: DeedScene, from old: String, to new: String
    ) async throws -> PageVisitor.Page {
        try await scene.submit(
            own + "/password", ["oldPassword": old, "newPassword": new, "repeatedPassword": new], from: own)
    }

    @Test(arguments: [false, true])
    func accountsAreWrittenDown(onPages: Bool) async throws {
        try await PreparedRound.run(.draft) { round in
            try await DeedScene.run(over: round) { scene in
                try await scene.expect(Self.deeds, onPages: onPages)
                for line in try await scene.service.admin.journal() {
                    let text = "\(line.action) \(line.detail ?? "")"
                    for secret in [Self.new, TestService.staffPassword, TestService.adminPassword, "sai-roi"] {
                        #expect(!text.contains(secret))
                    }
                }
            }
        }
    }

    @Test func endingSessionsAndTokensIsWrittenDown() async throws {
        try await PreparedRound.run(.draft) { round in
            try await DeedScene.run(over: round) { scene in
                _ = try await scene.client.newToken(label: "kho", days: 1, password: TestService.staffPassword)
                let page = try await scene.visitor.get(Self.own)
                let id = try #require(page.text.firstMatch(of: /name="token" value="([^"]+)"/)?.output.1).description
                _ = try await scene.submit(Self.own + "/tokens/revoke", ["token": id], from: Self.own)
                _ = try await scene.submit(Self.own + "/sessions/end", [:], from: Self.own)
                let again = try await scene.submit(Self.own + "/sessions/end", [:], from: Self.own)
                #expect(again.status == 303, "none is left, and nothing is written")
                let lines = try await scene.service.lines(of: DeedScene.name)
                #expect(lines == ["token.create kho", "token.revoke kho", "account.sessions-end 1"])
            }
        }
    }

    @Test func comingAndGoingIsWrittenDownWithoutWhatWasTyped() async throws {
        try await TestService.run { service in
            _ = try await service.staff("thuky", .secretary)
            for (name, password) in [("ThuKy", "sai-mat-khau-roi"), ("mat-khau-go-nham", "sai")] {
                _ = await refusal {
                    _ = try await StaffClient.login(service.connection, name: name, password: password)
                }
            }
            try await service.staff("thuky", .secretary).logout()
            let lines = try await service.admin.journal().reversed().filter { $0.action.hasPrefix("session.") }
            let own = lines.filter { $0.account == "thuky" }.map(\.action)
            #expect(own == ["session.begin", "session.refused", "session.begin", "session.end"], "\(lines)")
            for line in lines {
                #expect(["thuky", "quantri"].contains(line.account), "a name that nobody has is not kept")
                #expect(line.detail?.isEmpty != false)
            }
        }
    }

    /// Two administrators take each other's role away at the same moment: one of them stays.
    @Test(arguments: 0..<4)
    func twoAdministratorsDoNotUndoEachOther(turn: Int) async throws {
        try await TestService.run { service in
            let names = ["mot", "hai"]
            let admins = [try await service.staff(names[0], .admin), try await service.staff(names[1], .admin)]
            try await admins[0].changeAccount("quantri", roles: [])
            let codes = try await VoterRaceTests.together(2) { index -> String? in
                do {
                    try await admins[index].changeAccount(names[1 - index], roles: [])
                    return nil
                } catch let problem as ServerProblem {
                    return problem.code
                }
            }
            // The later one is told that they are no administrator any more, or that there would be none.
            #expect(codes.compactMap(\.self).allSatisfy { ["forbidden", "last-admin"].contains($0) }, "\(codes)")
            #expect(codes.count { $0 != nil } == 1, "\(codes)")
            var left: [String] = []
            for (name, admin) in zip(names, admins) where try await admin.account().roles.contains(.admin) {
                left.append(name)
            }
            #expect(left.count == 1)
        }
    }
}
