import Client
import Recognition
import SecretBallot
import Testing

@testable import Service

/// The results as pages, and their certifying; the board's page.
@Suite struct ResultPageTests {
    private static func count(_ round: TestRound) async throws {
        let contests = round.manifest.contests.count
        for index in round.codes.indices {
            var choices = [Choice](repeating: .first, count: contests)
            if index < 3 { choices[0] = .second }
            try await round.vote(index, choices)
        }
        try await round.open(round.seal([]))
    }

    @Test func countsStandAgainstTheirLinesAndAreCertifiedByWords() async throws {
        try await PreparedRound.run(.voting) { round in
            let found1 = try await round.visitor(.board).open("results")
            #expect(found1.text.contains("class=\"empty\""))
            try await Self.count(round)
            for role in [Role.secretary, .board, .signer] {
                let page = try await round.visitor(role).open("results").text
                for unit in round.manifest.units { #expect(page.contains(unit.name)) }
                #expect(page.contains(#"data-passed="false""#) && page.contains(#"data-passed="true""#))
                #expect(page.contains("<strong>3</strong>\n<span>cần 4</span>"))
                #expect(page.contains("id=\"unanimous\"") && page.contains(round.manifest.criteria[1].name))
                #expect(page.contains("data-step=\"certify\"") == (role != .signer))
            }
            let board = round.visitor(.board)
            let certify: KeyValuePairs = ["step": "certify", "confirmation": "công bố", "acknowledge": "unanimous"]
            let found2 = try await round.visitor(.signer).send(certify, to: "results")
            #expect(found2.status == 403)
            let unnamed = try await board.send(["step": "certify", "confirmation": "công bố"], to: "results")
            #expect(unnamed.status == 409)
            let unconfirmed = try await board.send(
                ["step": "certify", "confirmation": "vâng", "acknowledge": "unanimous"], to: "results")
            #expect(unconfirmed.status == 422)
            let holds1 = try await round.secretary.round(round.name).summary.state == .opened
            #expect(holds1)
            let found3 = try await board.send(certify, to: "results")
            #expect(found3.status == 303)
            let holds2 = try await round.secretary.round(round.name).summary.state == .certified
            #expect(holds2)
            #expect(!(try await board.open("results").text.contains("data-step=\"certify\"")))
        }
    }

    @Test func administratorsSeeNoResults() async throws {
        try await PreparedRound.run(.voting) { round in
            let found4 = try await round.visitor(.admin).open("results")
            #expect(found4.status == 403)
        }
    }

    @Test(arguments: Stage.allCases)
    func theBoardsPageIsForTheBoard(stage: Stage) async throws {
        let parts: [Stage: String] = [
            .draft: "make-form", .frozen: "signed", .issuing: "wait", .voting: "wait", .closing: "wait",
            .sealed: "open-form", .opened: "recount-button", .certified: "recount-button", .cancelled: "board-failed",
        ]
        let part = try #require(parts[stage])
        try await PreparedRound.run(stage == .draft ? .draft : .frozen) { round in
            try await round.reach(stage)
            let page = try await round.visitor(.board).open("board")
            #expect(page.status == 200)
            #expect(page.text.contains("id=\"\(part)\""), "\(stage)")
            for role in [Role.secretary, .signer, .admin] {
                let found5 = try await round.visitor(role).open("board")
                #expect(found5.status == 403)
            }
        }
    }
}
