import ArgumentParser
import Client
import Foundation
import StrictEncoding
import TestSupport
import Testing

@testable import Service
@testable import phieukin

/// Commands of the staff's, at a live service.
@Suite struct StaffCommandTests {
    /// What every command needs to know: which service, and as whom.
    private static func options(_ service: TestService, _ staff: StaffClient, _ password: String) async throws
        -> [String]
    {
        let path = service.folder + "/token-\(UUID().uuidString)"
        let token = try await staff.newToken(label: "lệnh", days: 1, password: password).token
        try TemporaryFolder.write(Array(token.utf8), to: path)
        return ["--server", "http://127.0.0.1:\(service.port)", "--token-file", path]
    }

    private static func asAdmin(
        _ body: @escaping @Sendable (TestService, _ options: [String], _ proof: [String]) async throws -> Void
    ) async throws {
        try await TestService.run { service in
            let password = service.folder + "/password"
            try TemporaryFolder.write(Array(TestService.adminPassword.utf8), to: password)
            let options = try await options(service, service.admin, TestService.adminPassword)
            try await body(service, options, ["--own-password-file", password])
        }
    }

    /// - Parameter code: of the problem with which the command ends; nil where it succeeds.
    private static func expect(
        _ code: String?, _ what: String = "", at location: SourceLocation = #_sourceLocation,
        _ body: () async throws -> Void
    ) async {
        let found = await self.code(body)
        #expect(found == code, "\(what)", sourceLocation: location)
    }

    private static func code(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch let problem as ServerProblem {
            return problem.code
        } catch {
            return "\(error)"
        }
    }

    @Test func theJournalsCodeIsFoundAgain() async throws {
        try await Self.asAdmin { service, options, _ in
            let code = try await service.admin.journal(knowing: []).code
            _ = try await service.staff("thuky", .secretary)
            try await AccountJournalCommand.parse(["--known", code.lowercased()] + options).run()
            for known in ["1-AAAA-AAAA-AAAA-AAAA", "999-" + code.drop { $0 != "-" }.dropFirst(), "x"] {
                await #expect {
                    try await AccountJournalCommand.parse(["--known", code, "--known", known] + options).run()
                } throws: { error in
                    (error as? Failure)?.code == Failure.doesNotHold && "\(error)".contains(known)
                }
            }
        }
    }

    @Test func aWaitIsLiftedWithOnesOwnPassword() async throws {
        try await Self.asAdmin { service, options, proof in
            _ = try await service.staff("thuky", .secretary)
            let wrong: JSONValue = ["name": "thuky", "password": "đoán bừa một mật khẩu"]
            for _ in 0..<12 { _ = try await service.call("POST", "/api/v1/staff/session", wrong.encoded()) }
            let login = {
                _ = try await StaffClient.login(service.connection, name: "thuky", password: TestService.staffPassword)
            }
            #expect(await Self.code(login) == "throttled")
            let other = service.folder + "/other"
            try TemporaryFolder.write(Array("không phải mật khẩu ấy".utf8), to: other)
            let refused = await Self.code {
                try await AccountLiftCommand.parse(["thuky", "--own-password-file", other] + options).run()
            }
            #expect(refused == "wrong-credentials")
            try await AccountLiftCommand.parse(["thuky"] + proof + options).run()
            #expect(await Self.code(login) == nil)
        }
    }

    @Test func secondFactorsAreListedAndTakenAway() async throws {
        try await Self.asAdmin { service, options, proof in
            _ = try await service.staff("thuky", .secretary)
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("thuky")
                _ = try await StrictStaff.addApp(visitor, service)
            }
            try await AccountFactorsCommand.parse(options).run()
            try await AccountFactorsCommand.parse(["thuky"] + options).run()
            #expect(try await service.admin.factors(of: "thuky").factors.count == 1)
            try await AccountFactorsCommand.parse(["thuky", "--reset"] + proof + options).run()
            #expect(try await service.admin.factors(of: "thuky").factors.isEmpty)
            #expect(throws: (any Error).self) { try AccountFactorsCommand.parse(["--reset"] + options) }
        }
    }

    @Test func warningsAreAcknowledgedByName() async throws {
        try await CertifiedRound.run { certified in
            let service = certified.service
            let signer = try await service.staff("nguoi-ky", .signer)
            try await signer.setIdentity(pkcs12: certified.trial.pkcs12, password: TrialSigner.password)
            let options = try await Self.options(service, signer, TestService.staffPassword)
            let password = service.folder + "/key-password"
            try TemporaryFolder.write(Array(TrialSigner.password.utf8), to: password)
            let digest = try await certified.decide(["cb-01"])[0].digest
            let annul = { (more: [String]) in
                try await AnnulCommand.parse(
                    [
                        Base64URL.encode(digest), "--reason", "Có đảng viên bị kỷ luật", "--body", "ĐU",
                        "--signer-name", "Nguyễn Văn Thắng", "--signer-position", "Bí thư", "--date", "2026-12-23",
                        "--key-password-file", password,
                    ] + more + options
                ).run()
            }
            await Self.expect("unacknowledged-warnings") { try await annul([]) }
            await Self.expect(nil) { try await annul(["--acknowledge", "recognition-ended"]) }
        }
    }

    @Test func voidCardsAreAcknowledgedByName() async throws {
        try await PreparedRound.run(.draft) { round in
            let service = round.service
            let secretary = try await service.staff("thuky", .secretary)
            let options = try await Self.options(service, secretary, TestService.staffPassword)
            let table = service.folder + "/voters.csv"
            try TemporaryFolder.write(try TestRound.voters(Array(round.codes.dropLast())), to: table)
            let take = { (more: [String]) in
                try await VotersCommand.parse([round.name, table] + more + options).run()
            }
            await Self.expect("unacknowledged-warnings") { try await take([]) }
            await Self.expect(nil) { try await take(["--acknowledge", "cards-void"]) }
            await Self.expect(nil, "no card is void any more") { try await take([]) }
        }
    }

    @Test func aDecisionIsArchived() async throws {
        try await TrialTimestampAuthority.run { authority in
            try await CertifiedRound.run(stampedBy: authority) { certified in
                let signer = try await certified.service.staff("nguoi-ky", .signer)
                let options = try await Self.options(certified.service, signer, TestService.staffPassword)
                let digests = try await certified.decide().map(\.digest)
                let before = try await certified.service.voter.decisionDocument(digests[1])
                try await ArchiveDecisionCommand.parse(digests.map { Base64URL.encode($0) } + options).run()
                let after = try await certified.service.voter.decisionDocument(digests[1])
                #expect(after.starts(with: before) && after.count > before.count)
            }
        }
    }
}
