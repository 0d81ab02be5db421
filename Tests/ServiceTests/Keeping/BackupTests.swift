import Client
import Foundation
import SecretBallot
import TestSupport
import Testing

@testable import Service

/// Backups of a real service that takes votes, and what becomes of them.
@Suite struct BackupTests {
    /// Puts a backup into a folder of its own, with the master key that was kept apart.
    private static func restored<Value: Sendable>(
        _ backup: String, of folder: String, _ body: (String, Installation.BackupReport) async throws -> Value
    ) async throws -> Value {
        try await TestFolder.use { target in
            let key = target + "/kept-apart.key"
            try TemporaryFolder.write(TemporaryFolder.bytes(of: folder + "/data/master.key"), to: key)
            var configuration = ServiceConfiguration(dataFolder: target + "/data")
            configuration.masterKeyFile = key
            let report = try await Installation.restore(backup, as: configuration)
            try TemporaryFolder.write(TemporaryFolder.bytes(of: key), to: target + "/data/master.key")
            return try await body(target, report)
        }
    }

    @Test func areConsistentWhileVotesComeIn() async throws {
        try await PreparedRound.run(.voting, voters: 4) { round in
            let (folder, contests) = (round.service.folder, round.manifest.contests.count)
            let voting = Task {
                for voter in 0..<4 { try await round.vote(voter, [Choice](repeating: .first, count: contests)) }
            }
            let configuration = ServiceConfiguration(dataFolder: folder + "/data")
            for number in 0..<5 {
                let report = try await Installation.backUp(configuration, to: "\(folder)/backup-\(number)")
                #expect(report.openRounds.count == 1 && report.sealedRounds == 0 && report.journalFault == nil)
            }
            try await voting.value
            try await round.open(round.seal([]))
            let opened = try await Installation.backUp(configuration, to: folder + "/backup-opened")
            for (code, isKnown) in [(opened.journalCode, true), ("1-0000-0000-0000-0000", false)] {
                let report = try await Installation.backUp(
                    configuration, to: folder + "/backup-\(code)", known: [code])
                #expect((report.journalFault == nil) == isKnown, "\(code)")
            }
            #expect(opened.faultyRounds.isEmpty && opened.sealedRounds == 1)
            let boxes = "\(folder)/data/rounds/\(round.roundID)/boxes.bin"
            let bytes = try TemporaryFolder.bytes(of: boxes)
            try TemporaryFolder.write(bytes.dropLast() + [~(bytes.last ?? 0)], to: boxes)
            let damaged = try await Installation.backUp(configuration, to: folder + "/backup-damaged")
            #expect(damaged.faultyRounds.count == 1 && damaged.sealedRounds == 1)
            try await Self.expectAnOpenRoundToBeCancellable(folder + "/backup-4", of: folder)
            try await Self.expectASealedRoundToGoOn(folder + "/backup-opened", of: folder)
        }
    }

    private static func expectAnOpenRoundToBeCancellable(_ backup: String, of folder: String) async throws {
        try await restored(backup, of: folder) { target, report in
            #expect(report.openRounds.count == 1)
            try await OpenOffice.run(in: target) { office in
                #expect(throws: Problem.self) { try office.desk.requireLive() }
                try await office.desk.cancel(reason: "Hoãn")
            }
        }
    }

    private static func expectASealedRoundToGoOn(_ backup: String, of folder: String) async throws {
        try await restored(backup, of: folder) { target, report in
            #expect(report.openRounds.isEmpty && report.sealedRounds == 1)
            try await OpenOffice.run(in: target) { office in
                try await office.desk.certify()
                #expect(try await office.audit(.certified) == [])
            }
        }
    }

    @Test func anAdministratorIsRecovered() async throws {
        try await TestFolder.use { folder in
            let configuration = try await TestService.configuration(of: folder)
            try await Installation.recoverAdministrator(
                configuration, name: "Cứu hộ", password: "thac-bo-song-da-17")
            try await TestService.run(in: folder) { service in
                // The folder is the service's now.
                await #expect(throws: (any Error).self) {
                    try await Installation.recoverAdministrator(
                        configuration, name: "x", password: "thac-bo-song-da-17")
                }
                let client = try await StaffClient.login(
                    service.connection, name: "cứu hộ", password: "thac-bo-song-da-17")
                let accounts = try await client.accounts()
                #expect(accounts.contains { $0.name == "cứu hộ" && $0.roles == [.admin] })
                let lines = try await client.journal().filter { $0.account == "phieukin account recover" }
                #expect(lines.map { "\($0.action) \($0.detail ?? "")" } == ["account.recover cứu hộ"])
            }
            await #expect(throws: Problem.self) {
                try await Installation.recoverAdministrator(configuration, name: "y", password: "ngắn")
            }
        }
    }
}
