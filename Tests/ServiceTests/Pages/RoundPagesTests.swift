import Client
import Recognition
import SecretBallot
import Testing
import Typesetting

@testable import Service

/// What anybody sees of a round.
@Suite struct RoundPagesTests {
    @Test func nothingButCountsWhileVotesComeIn() async throws {
        try await PreparedRound.run(.voting) { round in
            try await round.vote(0, [Choice](repeating: .first, count: round.manifest.contests.count))
            for path in ["/rounds/\(round.roundID)/screen", "/rounds/\(round.roundID)"] {
                let page = try await round.service.call("GET", path)
                #expect(page.status == 200, "\(path)")
                let shown = page.text
                #expect(!shown.contains("data-passed") && !shown.contains(round.manifest.units[0].name), "\(path)")
                for voter in round.manifest.voters { #expect(!shown.contains(voter.name), "\(path)") }
            }
        }
    }

    @Test func resultsAreThereOnceCertified() async throws {
        try await CertifiedRound.run(rejecting: 1) { certified in
            for path in ["/rounds/\(certified.round.roundID)/screen", "/rounds/\(certified.round.roundID)"] {
                let page = try await certified.service.call("GET", path).text
                #expect(page.contains(#"data-passed="true""#) && page.contains(#"data-passed="false""#), "\(path)")
            }
        }
    }

    @Test(arguments: [Stage.frozen, .issuing, .voting, .sealed, .opened, .certified])
    func everyStateHasItsScreen(stage: Stage) async throws {
        let isLive = [.frozen, .issuing, .voting].contains(stage)
        try await PreparedRound.run(isLive ? stage : .voting) { round in
            if !isLive { try await round.reach(stage) }
            let page = try await round.service.call("GET", "/rounds/\(round.roundID)/screen").text
            #expect(page.contains(#"data-state="\#(stage.rawValue)""#))
        }
    }

    @Test func aQRCodesPathDrawsItsModules() throws {
        let text = "https://phieu.bum-to.example/v/ouaLSiiVkIDvQEZxaxPLLK-TFVm8fw_mxTfFQVyP6ls"
        let (picture, matrix) = (try QRPicture(text), try QRMatrix(text))
        var drawn: Set<[Int]> = []
        for run in picture.path.matches(of: /M(\d+) (\d+)h(\d+)v1h-\d+z/) {
            let numbers = [run.output.1, run.output.2, run.output.3].compactMap { Int($0) }
            for column in numbers[0]..<numbers[0] + numbers[2] { drawn.insert([numbers[1] - 4, column - 4]) }
        }
        for row in 0..<matrix.size {
            for column in 0..<matrix.size {
                #expect(drawn.contains([row, column]) == matrix.isDark(row: row, column: column))
            }
        }
        #expect(picture.side == matrix.size + 8)
    }
}
