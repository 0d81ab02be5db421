import Client
import Foundation
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// Accounts and what is kept of them.
@Suite struct AccountTests {
    private static let password = TestService.staffPassword

    /// Whether a client's session or token still holds.
    private static func isKnown(_ client: StaffClient) async throws -> Bool {
        do {
            _ = try await client.account()
            return true
        } catch let problem as ServerProblem where problem.code == "unauthenticated" {
            return false
        }
    }

    private static func canSignIn(_ service: TestService, with password: String) async throws -> Bool {
        do {
            _ = try await StaffClient.login(service.connection, name: "thuky", password: password)
            return true
        } catch let problem as ServerProblem where problem.code == "wrong-credentials" {
            return false
        }
    }

    @Test func aDisabledAccountIsOutAtOnceAndStaysOut() async throws {
        try await TestService.run { service in
            let admin = try await service.admin
            let secretary = try await service.staff("thuky", .secretary)
            let token = try await secretary.newToken(
                label: "máy tính", days: 30, password: TestService.staffPassword)
            let script = StaffClient(service.connection, token: token.token)
            #expect(try await admin.changeAccount("ThuKy", isDisabled: true).isDisabled)
            for client in [secretary, script] { #expect(try await !Self.isKnown(client)) }
            #expect(try await !Self.canSignIn(service, with: Self.password))
            try await admin.changeAccount("thuky", isDisabled: false)
            #expect(try await !Self.isKnown(script), "what ended stays ended")
            #expect(try await Self.canSignIn(service, with: Self.password))
        }
    }

    @Test func aNewPasswordEndsEverySession() async throws {
        try await TestService.run { service in
            let secretary = try await service.staff("thuky", .secretary)
            let other = try await service.staff("thuky", .secretary)
            let token = try await other.newToken(label: "x", days: 1, password: Self.password).token
            let (first, second) = ("mot-mat-khau-khac", "giay-dan-tuong-mau-xam")
            try await secretary.changePassword(from: Self.password, to: first)
            for client in [secretary, other, StaffClient(service.connection, token: token)] {
                #expect(try await !Self.isKnown(client))
            }
            #expect(try await Self.canSignIn(service, with: first))
            #expect(try await !Self.canSignIn(service, with: Self.password))
            try await service.admin.changeAccount("thuky", password: second)
            #expect(try await Self.canSignIn(service, with: second))
        }
    }

    @Test(arguments: [0, 11, 257])
    func weakPasswordsAreRefused(length: Int) async throws {
        try await TestService.run { service in
            let (admin, weak) = (try await service.admin, String(repeating: "ă", count: length))
            let new = await refusal {
                try await admin.createAccount("an", displayName: "An", roles: [.board], password: weak)
            }
            try await admin.createAccount("an", displayName: "An", roles: [.board], password: Self.password)
            let changed = await refusal {
                try await admin.changeAccount("an", password: weak)
            }
            let own = await refusal { try await admin.changePassword(from: TestService.adminPassword, to: weak) }
            for problem in [new, changed, own] { #expect(problem?.code == "weak-password" && problem?.status == 422) }
        }
    }

    @Test func namesAreUniqueHoweverTheyAreSpelt() async throws {
        try await TestService.run { service in
            let admin = try await service.admin
            for name in ["quantri", "QuanTri", " quantri "] {
                let problem = await refusal {
                    try await admin.createAccount(name, displayName: "x", roles: [], password: Self.password)
                }
                #expect(problem?.code == "name-taken", "\(name)")
            }
            let unknown = await refusal { try await admin.changeAccount("ai-do", roles: [.admin]) }
            #expect(unknown?.code == "not-found")
        }
    }

    @Test(arguments: [
        #"{"roles":["chief"]}"#, #"{"roles":"admin"}"#, #"{"disabled":1}"#, #"{"password":null}"#, #"{"name":"x"}"#,
        "{}", #"{"roles":[],"disabled":true}"#, #"{"disabled":true,"password":"một mật khẩu dài và lạ"}"#,
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
            let token = try await secretary.newToken(
                label: "máy tính", days: 30, password: TestService.staffPassword
            ).token
            let secrets = [Array(Self.password.utf8), Array(token.utf8), try Base64URL.decode(token)]
            for (name, bytes) in try TemporaryFolder.files(under: service.folder) {
                for secret in secrets { #expect(Data(bytes).range(of: Data(secret)) == nil, "\(name)") }
            }
            let database = try TemporaryFolder.files(under: service.folder + "/data").filter {
                $0.key.contains("sqlite")
            }
            let isHashed = database.values.contains { Data($0).range(of: Data("scrypt$32768$8$1$".utf8)) != nil }
            #expect(isHashed)
        }
    }
}
