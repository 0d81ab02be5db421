import Client
import Foundation
import Recognition
import SecretBallot
import Testing

@testable import Service

/// More voters say that they found their slips than a box holds: said, acknowledged, kept in the record.
@Suite struct ContradictionTests {
    /// Three take tokens, two cast, three say that they found theirs.
    private static func opened(_ round: TestRound) async throws {
        var devices: [VotingDevice] = []
        for index in 0..<2 {
            devices.append(try await round.vote(index, [Choice](repeating: .first, count: 8)))
        }
        _ = try await round.device(2)
        let seal = try await round.seal(devices)
        let signature = try round.codes[2].credential().signFound(seal)
        let entry = FoundEntry(voter: round.voterID(2), signature: signature)
        let found = try await round.service.voter.found(entry, in: round.roundID)
        #expect(found == 3)
        try await round.open(seal)
    }

    @Test func itIsAcknowledgedBeforeTheResultsArePublished() async throws {
        try await PreparedRound.run { round in
            try await Self.opened(round)
            let results = try await round.board.results(of: round.name)
            let warning = try #require(results.warnings.last)
            #expect(warning.name == "contradiction" && warning.messages.vietnamese.hasPrefix("Mâu thuẫn: 3 người"))
            let page = try await round.visitor(.board).open("results").text
            #expect(page.contains("id=\"contradiction\"") && page.contains("value=\"contradiction\""))
            let problem = await refusal { try await round.board.certify(round.name, acknowledging: ["unanimous"]) }
            #expect(problem?.code == "unacknowledged-warnings" && problem?.warnings.map(\.name) == ["contradiction"])
            try await round.board.certify(round.name, acknowledging: ["unanimous", "contradiction"])
            try await Self.expectSaid(in: round)
        }
    }

    private static func expectSaid(in round: TestRound) async throws {
        let path = round.service.folder + "/record.zip"
        var bytes: [UInt8] = []
        try await round.service.voter.record(of: round.roundID) { bytes += $0 }
        try Data(bytes).write(to: URL(filePath: path))
        let report = Audit.run(try ArchivedRecord(path: path), expecting: round.roundID)
        #expect(report.faults == [] && report.finders.found == 3)
        #expect(report.finders.collected == [Int](repeating: 2, count: 8))
    }
}
