import Client
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
            try signer.lay(in: TrialFolder(in: configuration.dataFolder))
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
            let found1 = try await visitor.submit("/desk/trial", from: "/desk/trial", [:])
            #expect(found1.location == "/desk/trial")
            let roles = try await service.admin.accounts()[0].roles.map(\.rawValue)
            #expect(Set(roles) == ["admin", "secretary", "board", "signer"])
            let rounds = try await service.admin.rounds()
            #expect(rounds.count == 1 && rounds[0].title.hasPrefix("Dùng thử"))
            let lines = try await service.lines(of: "quantri")
            #expect(lines == ["account.roles quantri admin board secretary signer", "trial.round"])
            let detail = try await service.admin.round(rounds[0].round)
            #expect(detail.voters.count == 7 && detail.units.count == 5)
            #expect(detail.units.filter { !$0.failures.isEmpty }.count == 1)
            let page = try await visitor.get("/desk/trial")
            #expect(page.text.contains("id=\"codes\"") && page.text.contains("aria-current=\"step\""))
            #expect(page.text.contains("Xong 0 trên 15 bước"))
        }
    }

    @Test func theListLeadsThere() async throws {
        try await Self.visit { visitor, _ in
            let first = try await visitor.get("/desk")
            #expect(first.text.contains("data-newcomer=\"trial\"") && first.text.contains("Bắt đầu dùng thử"))
            _ = try await visitor.submit("/desk/trial", from: "/desk/trial", [:])
            #expect(try await visitor.get("/desk").text.contains("Xong 0 trên 15 bước"))
        }
        try await TestService.run { service in
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("quantri", TestService.adminPassword)
                #expect(try await visitor.get("/desk").text.contains("data-newcomer=\"alone\""))
                _ = try await service.staff("thu-ky", .secretary)
                #expect(try await !visitor.get("/desk").text.contains("data-newcomer"))
            }
        }
    }

    @Test func theTrialSignersKeyIsAtHand() async throws {
        try await Self.visit { visitor, _ in
            _ = try await visitor.submit("/desk/trial", from: "/desk/trial", [:])
            let found2 = try await visitor.submit("/desk/trial/identity", from: "/desk/trial", [:])
            #expect(found2.status == 303)
            let found3 = try await visitor.get("/desk/identity")
            #expect(found3.text.contains("Nguyễn Văn Thắng"))
            let found4 = try await visitor.get("/desk/trial")
            #expect(found4.text.contains("Xong 1 trên 15 bước"))
        }
    }

    @Test func everyPageSaysThatItIsATrial() async throws {
        try await Self.visit { visitor, service in
            for path in ["/", "/desk/trial", "/desk/accounts", "/sign-in"] {
                let holds1 = try await visitor.get(path).text.contains("id=\"trial-bar\"")
                #expect(holds1, "\(path)")
            }
            _ = try await service.staff("thu-ky", .secretary)
            try await PageVisitor.visit(service) { other in
                _ = try await other.signIn("thu-ky")
                let found5 = try await other.get("/desk/trial")
                #expect(found5.status == 200)
                let found6 = try await other.submit("/desk/trial", from: "/desk/trial", [:])
                #expect(found6.status == 403)
                let found7 = try await other.get("/desk/trial/signer.p12")
                #expect(found7.status == 403)
            }
        }
    }

    @Test func inEarnestThereIsNone() async throws {
        try await TestService.run { service in
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("quantri", TestService.adminPassword)
                for path in ["/desk/trial", "/desk/trial/signer.p12"] {
                    let found8 = try await visitor.get(path)
                    #expect(found8.status == 404)
                }
                let found9 = try await visitor.submit("/desk/trial", from: "/desk/account", [:])
                #expect(found9.status == 404)
                let holds2 = try await !visitor.get("/").text.contains("id=\"trial-bar\"")
                #expect(holds2)
                let found10 = try await service.admin.rounds()
                #expect(found10.isEmpty)
            }
        }
    }
}
