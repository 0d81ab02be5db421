import Client
import Foundation
import TestSupport
import Testing

@testable import Service

/// `account recover`, run as an operator runs it.
@Suite struct RecoverCommandTests {
    private static func signIn(_ service: ServeProcess, _ name: String, _ password: String) async throws -> StaffClient
    {
        try await StaffClient.login(service.connection, name: name, password: password)
    }

    @Test func anAdministratorIsLetInAgain() async throws {
        try await TestFolder.use { folder in
            let data = folder + "/data"
            _ = try await TestService.configuration(of: folder)
            let first = try await ServeProcess(dataFolder: data)
            let busy = try Program.run("account", "recover", "--data", data, "--name", "quantri")
            #expect(
                busy.status == 2 && busy.output.isEmpty && busy.errors.contains("another service works in this folder"))
            _ = try await Self.signIn(first, "quantri", TestService.adminPassword)
            #expect(try await first.terminate() == 0)
            var passwords: [String: String] = [:]
            for name in ["QuanTri", "cứu hộ"] {
                let outcome = try Program.run("account", "recover", "--data", data, "--name", name)
                #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.output.contains("Account:  \(name)\n"))
                let password = try #require(outcome.output.firstMatch(of: /Password: (\S+)\n/)?.output.1)
                passwords[name] = String(password)
            }
            let second = try await ServeProcess(dataFolder: data)
            await expectRefusal("wrong-credentials", "the old one") {
                _ = try await Self.signIn(second, "quantri", TestService.adminPassword)
            }
            for (name, password) in passwords {
                let admin = try await Self.signIn(second, name, password)
                #expect(try await admin.accounts().map(\.name).sorted() == ["cứu hộ", "quantri"])
                let lines = try await admin.journal().filter { $0.action == "account.recover" }.map(\.detail)
                #expect(Set(lines) == ["quantri", "cứu hộ"])
            }
            #expect(try await second.terminate() == 0)
        }
    }
}
