import Foundation
import Testing

@testable import Service

/// The newcomer's page.
@Suite struct TrialPageTests {
    /// A service over a trial installation, and the administrator's browser.
    private static func visit(
        _ body: @escaping @Sendable (PageVisitor, TestService) async throws -> Void
    ) async throws {
        let signer = try TrialSigner(at: 1_797_900_000)
        try await TestFolder.use { folder in
            let configuration = try await TestService.configuration(of: folder)
            let trial = TrialFolder(in: configuration.dataFolder)
            try FileManager.default.createDirectory(atPath: trial.trusted, withIntermediateDirectories: true)
            try Data(signer.pkcs12).write(to: URL(filePath: trial.signer))
            try Data("\(TrialSigner.password)\n".utf8).write(to: URL(filePath: trial.signerPassword))
            try await TestService.run(in: folder, trusting: [signer.authority]) { service in
                try await PageVisitor.visit(service) { visitor in
                    _ = try await visitor.signIn("quantri", TestService.adminPassword)
                    try await body(visitor, service)
                }
            }
        }
    }

    @Test func oneFormMakesTheRoundAndGivesTheRoles() async throws {
        try await Self.visit { visitor, service in
            let before = try await visitor.get("/desk/trial")
            #expect(before.text.contains("id=\"begin\"") && before.text.contains("Ban kiểm phiếu"))
            #expect(try await visitor.submit("/desk/trial", from: "/desk/trial", [:]).location == "/desk/trial")
            let roles = try await service.admin.accounts()[0].roles.map(\.rawValue)
            #expect(Set(roles) == ["admin", "secretary", "board", "signer"])
            let rounds = try await service.admin.rounds()
            #expect(rounds.count == 1 && rounds[0].title.hasPrefix("Dùng thử"))
            let detail = try await service.admin.round(rounds[0].round)
            #expect(detail.voters.count == 7 && detail.units.count == 5)
            #expect(detail.units.filter { !$0.failures.isEmpty }.count == 1)
            let page = try await visitor.get("/desk/trial")
            #expect(page.text.contains("id=\"codes\"") && page.text.contains("aria-current=\"step\""))
            #expect(page.text.contains("Xong 0 trên 14 bước"))
        }
    }

    @Test func theTrialSignersKeyIsAtHand() async throws {
        try await Self.visit { visitor, _ in
            _ = try await visitor.submit("/desk/trial", from: "/desk/trial", [:])
            #expect(try await visitor.submit("/desk/trial/identity", from: "/desk/trial", [:]).status == 303)
            #expect(try await visitor.get("/desk/identity").text.contains("Nguyễn Văn Thắng"))
            #expect(try await visitor.get("/desk/trial").text.contains("Xong 1 trên 14 bước"))
        }
    }

    @Test func everyPageSaysThatItIsATrial() async throws {
        try await Self.visit { visitor, service in
            for path in ["/", "/desk/trial", "/desk/accounts", "/sign-in"] {
                #expect(try await visitor.get(path).text.contains("id=\"trial-bar\""), "\(path)")
            }
            _ = try await service.staff("thu-ky", .secretary)
            try await PageVisitor.visit(service) { other in
                _ = try await other.signIn("thu-ky")
                #expect(try await other.get("/desk/trial").status == 200)
                #expect(try await other.submit("/desk/trial", from: "/desk/trial", [:]).status == 403)
                #expect(try await other.get("/desk/trial/signer.p12").status == 403)
            }
        }
    }

    @Test func inEarnestThereIsNone() async throws {
        try await TestService.run { service in
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("quantri", TestService.adminPassword)
                for path in ["/desk/trial", "/desk/trial/signer.p12"] {
                    #expect(try await visitor.get(path).status == 404)
                }
                #expect(try await visitor.submit("/desk/trial", from: "/desk/account", [:]).status == 404)
                #expect(try await !visitor.get("/").text.contains("id=\"trial-bar\""))
                #expect(try await service.admin.rounds().isEmpty)
            }
        }
    }
}
