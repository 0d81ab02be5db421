import Foundation
import Recognition
import SecretBallot
import TestSupport
import Testing

@testable import Service

/// What `phieukin vote` lets the service see of a ballot that it handed to a relay.
@Suite(.serialized) struct CommandSecrecyTests {
    /// Run again before voting has ended, it asks the relay alone; with --ended, the service too.
    @Test func betweenHandingOverAndTheEndTheServiceIsAskedNothing() async throws {
        let place = try RelayPlace()
        try await PreparedRound.run(.voting, voters: 3, time: .present, relays: [place.reference]) { round in
            // The relay's own questions do not go over the line that is listened to.
            let relay = try await RelayProcess(
                at: place, in: round.service.folder + "/relay", service: round.service.port,
                issuer: round.manifest.issuerName)
            try await WireTap.run(before: round.service.port) { tap in
                let voting = try Voting(round, port: tap.port)
                let first = try voting.run()
                #expect(first.status == 0 && first.output.contains("HANDED OVER"), "\(first.errors)")
                let count = tap.seen.count
                #expect(count > 0)
                for _ in 0..<2 {
                    let again = try voting.run()
                    #expect(again.status == 0 && again.output.contains("1 voters have handed over"), "\(again.errors)")
                }
                #expect(tap.seen.count == count)
                #expect(try voting.run(["--ended"]).status == 0)
                #expect(tap.seen.count > count)
            }
            withExtendedLifetime(relay) {}
        }
    }

    /// A member at a command line, with a card and marks.
    private struct Voting {
        let folder: TemporaryFolder
        let words: [String]

        init(_ round: TestRound, port: Int) throws {
            folder = try TemporaryFolder()
            try TemporaryFolder.write(Array(round.codes[0].printed.utf8), to: folder.file("code"))
            let marks = round.manifest.contests.map { contest in
                "\(round.manifest.units[contest.unit].id),\(round.manifest.criteria[contest.criterion].id),dat\n"
            }
            try folder.write("unit,criterion,mark\n" + marks.joined(), to: "marks.csv")
            words = [
                try ServeProcess.executable.path(), "vote", "--server", "http://127.0.0.1:\(port)", "--round",
                "\(round.roundID)", "--code-file", folder.file("code"), "--marks", folder.file("marks.csv"), "--state",
                folder.file("state"), "--at-least", "1",
            ]
        }

        func run(_ more: [String] = []) throws -> Command.Outcome { try Command.run(words + more) }
    }
}
