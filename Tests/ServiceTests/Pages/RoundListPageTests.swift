import Client
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// The rounds of a year, with the next thing to do.
@Suite struct RoundListPageTests {
    @Test func whoIsNotSignedInIsLedThereAndBack() async throws {
        try await TestService.run { service in
            try await PageVisitor.visit(service) { visitor in
                let page = try await visitor.get("/desk")
                #expect(page.status == 303 && page.location == "/sign-in?to=/desk")
            }
        }
    }

    @Test func anEmptyListLeadsToTheFirstRound() async throws {
        try await SecretaryVisit.run { visit in
            let page = try await visit.visitor.get("/desk")
            #expect(page.text.contains("href=\"/desk/rounds/new\""))
            #expect(!page.text.contains("href=\"/desk/trial\""), "this installation is meant in earnest")
        }
    }

    @Test func theNextStepFollowsTheDraft() async throws {
        try await SecretaryVisit.run { visit in
            let (name, path) = try await visit.draft()
            func next() async throws -> String? {
                let page = try await visit.visitor.get("/desk").text
                return (page.firstMatch(of: /href="([^"]*)" data-next/)?.output.1).map(String.init)
            }
            let holds1 = try await next() == path + "/units"
            #expect(holds1)
            _ = try await visit.secretary.setUnits(TestRound.units(2), of: name)
            let holds2 = try await next() == path + "/members"
            #expect(holds2)
            _ = try await visit.secretary.setVoters(Array("id,name\na,An\n".utf8), of: name)
            let holds3 = try await next() == path + "/cards"
            #expect(holds3)
            let codes = [try AccessCode.random()]
            _ = try await visit.secretary.setVoters(TestRound.voters(codes), of: name)
            let holds4 = try await next() == path + "/board-members"
            #expect(holds4, "the board is to be named")
            _ = try await visit.secretary.planBoard(BoardScene.names, threshold: 2, of: name)
            let holds5 = try await next() == path + "/board-members"
            #expect(holds5, "and waited for where its members are seen to come")
        }
    }

    @Test(arguments: [(Stage.frozen, ""), (.issuing, ""), (.voting, "")])
    func laterStepsAreOnTheRoundsPage(stage: Stage, suffix: String) async throws {
        try await PreparedRound.run(stage) { round in
            _ = try await round.service.staff("thuky", .secretary)
            try await PageVisitor.visit(round.service) { visitor in
                _ = try await visitor.signIn("thuky")
                let page = try await visitor.get("/desk")
                #expect(page.text.contains("href=\"/desk/rounds/\(round.name)\(suffix)\" data-next"))
                #expect(page.text.contains("data-state=\"\(stage.rawValue)\""))
            }
        }
    }

    /// A board of several does its work on pages of its own; the desk leads to where it is seen.
    @Test func aBoardOfSeveralIsFollowedOnItsPage() async throws {
        try await SeveralRound.run { several in
            let round = several.round
            func next(_ role: Role) async throws -> String? {
                let page = try await round.service.call(
                    "GET", "/desk", headers: round.visitor(role).headers)
                return (page.text.firstMatch(of: /href="([^"]*)" data-next/)?.output.1).map(String.init)
            }
            let path = "/desk/rounds/\(round.name)"
            for _ in 0..<2 {
                #expect(try await next(.secretary) == path + "/board-members")
                #expect(try await next(.board) == path + "/board")
                let page = try await round.visitor(.secretary).open().text
                #expect(page.contains("href=\"\(path)/board-members\" id=\"to-board-members\""))
                let board = try await round.visitor(.board).open().text
                #expect(board.contains("href=\"\(path)/board\""))
                guard try await round.service.voter.status(of: round.roundID).state == .frozen else { return }
                try await several.signFreeze()
                #expect(try await next(.secretary) == path)
                _ = try await several.sealed()
            }
        }
    }

    @Test func yearsAreApart() async throws {
        try await SecretaryVisit.run { visit in
            let (name, _) = try await visit.draft()
            let old = TestRound.draft.replacing("year", with: 2025).replacing("title", with: "Đợt năm trước")
            let other = try await visit.secretary.createRound(old).round
            let latest = try await visit.visitor.get("/desk").text
            #expect(latest.contains(name) && !latest.contains(other))
            let earlier = try await visit.visitor.get("/desk?year=2025").text
            #expect(earlier.contains(other) && !earlier.contains("data-round=\"\(name)\""))
            let found1 = try await visit.visitor.get("/desk?year=1900")
            #expect(found1.text.contains(name))
        }
    }

    @Test func anAdministratorIsToldWhatIsTheirs() async throws {
        try await TestService.run { service in
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("quantri", TestService.adminPassword)
                let page = try await visitor.get("/desk")
                #expect(page.text.contains("id=\"admin-note\"") && !page.text.contains("/desk/rounds/new"))
            }
        }
    }
}
