import Client
import Foundation
import TestSupport
import Testing

@testable import Service

/// `backup` and `restore`, run as an operator runs them.
@Suite struct BackupCommandTests {
    /// A data folder that holds nothing but the master key of another.
    private static func layKey(of data: String, in target: String) throws {
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        try TemporaryFolder.write(TemporaryFolder.bytes(of: data + "/master.key"), to: target + "/master.key")
    }

    @Test func whatIsBackedUpWhileItIsServedIsServedAgain() async throws {
        try await TestFolder.use { folder in
            let (data, backup, target) = (folder + "/data", folder + "/backup", folder + "/restored")
            _ = try await TestService.configuration(of: folder)
            let first = try await ServeProcess(dataFolder: data)
            let admin = try await StaffClient.login(
                first.connection, name: "quantri", password: TestService.adminPassword)
            let token = try await admin.newToken(label: "kho", days: 9, password: TestService.adminPassword).token
            let made = try Program.run("backup", "--data", data, "--out", backup)
            #expect(made.status == 0 && made.errors.isEmpty)
            #expect(made.output.hasPrefix("Backed up to \(backup): 0 rounds, the boxes of 0.\n"))
            #expect(try Command.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], in: backup).status == 0)
            #expect(try await StaffClient(first.connection, token: token).account().name == "quantri")
            #expect(try await first.terminate() == 0)

            try Self.layKey(of: data, in: target)
            let restored = try Program.run("restore", backup, "--data", target)
            #expect(restored.status == 0 && restored.errors.isEmpty)
            #expect(restored.output.hasPrefix("Restored to \(target): 0 rounds, the boxes of 0.\n"))
            #expect(Self.code(restored.output) == Self.code(made.output) && Self.code(made.output) != nil)
            let second = try await ServeProcess(dataFolder: target)
            await expectRefusal("unauthenticated", "tokens end") {
                _ = try await StaffClient(second.connection, token: token).account()
            }
            let again = try await StaffClient.login(
                second.connection, name: "quantri", password: TestService.adminPassword)
            let lines = try await again.journal().filter { $0.action == "token.create" }
            #expect(lines.map(\.detail) == ["kho"])
            #expect(try await second.terminate() == 0)
        }
    }

    /// As it is to be written down.
    private static func code(_ output: String) -> Substring? {
        output.firstMatch(of: /The journal's code, to be written down: (\S+)\n/)?.output.1
    }

    @Test func whatIsNotWholeIsSaidAndStands() async throws {
        try await PreparedRound.run(.voting, voters: 2) { round in
            let (folder, data) = (round.service.folder, round.service.folder + "/data")
            let title = "Đợt thử (2026, \(round.name))"
            let open = try Program.run("backup", "--data", data, "--out", folder + "/open")
            #expect(open.status == 0 && open.output.contains("Open, its slips are not in it: \(title)"))
            try Self.layKey(of: data, in: folder + "/restored")
            let restored = try Program.run("restore", folder + "/open", "--data", folder + "/restored")
            #expect(
                restored.status == 0 && restored.output.contains("This round can only be cancelled: \(title)"))
            let code = String(try #require(Self.code(open.output)))
            let known = try Program.run("backup", "--data", data, "--out", folder + "/known", "--known", code)
            #expect(known.status == 0 && known.errors.isEmpty)
            let forged = try Program.run(
                "backup", "--data", data, "--out", folder + "/x", "--known", "7-" + code.drop { $0 != "-" }.dropFirst())
            #expect(forged.status == 1 && forged.errors.contains("The journal was changed"))
            _ = try await round.seal([])
            let whole = try Program.run("backup", "--data", data, "--out", folder + "/sealed")
            #expect(whole.status == 0 && whole.errors.isEmpty && whole.output.contains("1 rounds, the boxes of 1."))
            try FileManager.default.removeItem(atPath: TestFolder.boxes(of: round))
            let lacking = try Program.run("backup", "--data", data, "--out", folder + "/lacking")
            #expect(
                lacking.status == 1 && lacking.errors.contains("gone or damaged") && lacking.errors.contains(round.name)
            )
            #expect(FileManager.default.fileExists(atPath: folder + "/lacking/SHA256SUMS"))
        }
    }
}
