import Client
import Foundation
import StrictEncoding
import Testing

@testable import Service

/// Accounts and what is kept of them.
@Suite struct AccountTests {
    private static let password = TestService.staffPassword

    private static func code(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? ServerProblem)?.code ?? "\(error)"
        }
    }

    @Test func aDisabledAccountIsOutAtOnceAndStaysOut() async throws {
        try await TestService.run { service in
            let admin = try await service.admin
            let secretary = try await service.staff("thuky", .secretary)
            let token = try await secretary.newToken(label: "máy tính", days: 30)
            let script = StaffClient(service.connection, token: token.token)
            #expect(try await admin.changeAccount("ThuKy", isDisabled: true).isDisabled)
            for client in [secretary, script] {
                #expect(await Self.code { _ = try await client.account() } == "unauthenticated")
            }
            let login = await Self.code {
                _ = try await StaffClient.login(service.connection, name: "thuky", password: Self.password)
            }
            #expect(login == "wrong-credentials")
            try await admin.changeAccount("thuky", isDisabled: false)
            #expect(await Self.code { _ = try await script.account() } == "unauthenticated", "what ended stays ended")
            _ = try await StaffClient.login(service.connection, name: "thuky", password: Self.password)
        }
    }

    @Test func aNewPasswordEndsEverySession() async throws {
        try await TestService.run { service in
            let secretary = try await service.staff("thuky", .secretary)
            let other = try await service.staff("thuky", .secretary)
            let script = StaffClient(
                service.connection, token: try await other.newToken(label: "x", days: 1).token)
            try await secretary.changePassword(from: Self.password, to: "mot-mat-khau-khac")
            for client in [secretary, other, script] {
                #expect(await Self.code { _ = try await client.account() } == "unauthenticated")
            }
            _ = try await StaffClient.login(service.connection, name: "thuky", password: "mot-mat-khau-khac")
            let old = await Self.code {
                _ = try await StaffClient.login(service.connection, name: "thuky", password: Self.password)
            }
            #expect(old == "wrong-credentials")
            try await service.admin.changeAccount("thuky", password: "mat-khau-do-quan-tri-dat")
            _ = try await StaffClient.login(service.connection, name: "thuky", password: "mat-khau-do-quan-tri-dat")
        }
    }

    @Test(arguments: [0, 11, 257])
    func weakPasswordsAreRefused(length: Int) async throws {
        try await TestService.run { service in
            let (admin, weak) = (try await service.admin, String(repeating: "ă", count: length))
            #expect(
                await Self.code {
                    try await admin.createAccount("an", displayName: "An", roles: [.board], password: weak)
                } == "weak-password")
            try await admin.createAccount("an", displayName: "An", roles: [.board], password: Self.password)
            #expect(
                await Self.code {
                    try await admin.changeAccount("an", roles: [.admin], isDisabled: true, password: weak)
                } == "weak-password")
            let account = try #require(try await admin.accounts().first { $0.name == "an" })
            #expect(account.roles == [.board] && !account.isDisabled, "nothing of a refused change is made")
            let own = await Self.code {
                try await admin.changePassword(from: TestService.adminPassword, to: weak)
            }
            #expect(own == "weak-password")
        }
    }

    @Test func namesAreUniqueHoweverTheyAreSpelt() async throws {
        try await TestService.run { service in
            let admin = try await service.admin
            for name in ["quantri", "QuanTri", " quantri "] {
                let code = await Self.code {
                    try await admin.createAccount(name, displayName: "x", roles: [], password: Self.password)
                }
                #expect(code == "name-taken", "\(name)")
            }
            #expect(await Self.code { try await admin.changeAccount("ai-do", roles: [.admin]) } == "not-found")
        }
    }

    @Test(arguments: [
        #"{"roles":["chief"]}"#, #"{"roles":"admin"}"#, #"{"disabled":1}"#, #"{"password":null}"#, #"{"name":"x"}"#,
    ])
    func aMalformedChangeIsRefused(body: String) async throws {
        try await PreparedRound.run(.draft) { round in
            let before = try await round.service.call("GET", "/api/v1/staff/accounts", as: .admin).text
            let answer = try await round.service.call(
                "PATCH", "/api/v1/staff/accounts/signer", Array(body.utf8), as: .admin)
            #expect(answer.code == "malformed-request")
            #expect(try await round.service.call("GET", "/api/v1/staff/accounts", as: .admin).text == before)
        }
    }

    @Test func neitherPasswordsNorTokensAreKeptInClear() async throws {
        try await TestService.run { service in
            let secretary = try await service.staff("thuky", .secretary)
            let token = try await secretary.newToken(label: "máy tính", days: 30).token
            let secrets = [Array(Self.password.utf8), Array(token.utf8), try Base64URL.decode(token)]
            for (name, bytes) in try TestFolder.files(under: service.folder) {
                for secret in secrets { #expect(Data(bytes).range(of: Data(secret)) == nil, "\(name)") }
            }
            let database = try TestFolder.files(under: service.folder + "/data").filter { $0.key.contains("sqlite") }
            #expect(database.values.contains { Data($0).range(of: Data("scrypt$32768$8$1$".utf8)) != nil })
        }
    }

    @Test func theJournalSaysWhoDidWhat() async throws {
        try await PreparedRound.run(.frozen) { round in
            try await round.issuing(present: 6)
            try await round.secretary.cancel(round.name, reason: "Hoãn")
            let admin = PreparedStaff.client(.admin, round.service)
            try await admin.createAccount("an", displayName: "An", roles: [.board], password: Self.password)
            let lines = try await admin.journal()
            #expect(
                Set(lines.map { "\($0.account ?? "") \($0.action) \($0.round ?? "-")" }) == [
                    "secretary round.presence \(round.name)", "secretary round.issuing \(round.name)",
                    "secretary round.cancel \(round.name)", "admin account.create -",
                ])
            #expect(lines.allSatisfy { $0.at == round.service.time.now })
            #expect(!lines.contains { ($0.detail ?? "").contains("uv-") }, "no voter is named")
        }
    }
}
