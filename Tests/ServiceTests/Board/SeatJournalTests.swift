import Client
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// What the journal has of a board of several: each member's part by name, once however often it is sent.
@Suite struct SeatJournalTests {
    private static func account(_ place: Int) -> String { "Ban kiểm phiếu \(place + 1): \(BoardScene.names[place])" }

    /// Entries of years ago are read by them.
    @Test func theNamesAreStable() {
        #expect(
            SeatDeed.allCases.map(\.phrase.name) == [
                "board.register", "board.commit", "board.deal", "board.certify", "board.key", "board.broken",
                "board.proof", "board.sign-freeze", "board.share", "board.open", "board.sign-minutes",
            ])
    }

    @Test func aCeremonyIsWrittenDown() async throws {
        try await PreparedRound.run(.draft) { round in
            var scene = try await BoardScene.planned(over: round.service)
            try await scene.makeKey(over: round.service)
            try await scene.seat(0, round.service).register(scene.devices[0].device.registration, in: 1)
            let lines = try await round.service.admin.journal().reversed().filter { $0.action.hasPrefix("board.") }
            let steps = ["board.register", "board.commit", "board.deal", "board.certify"]
            #expect(lines.map(\.action) == steps.flatMap { [$0, $0, $0] }.dropLast() + ["board.key"])
            #expect(lines.map(\.account) == (0..<12).map { Self.account($0 % 3) })
            #expect(lines.allSatisfy { $0.round == round.name && $0.detail ?? "" == "" })
        }
    }

    /// Who begins the next attempt after evidence, and that the attempt was broken, by whom.
    @Test func aBrokenAttemptIsWrittenDown() async throws {
        try await PreparedRound.run(.draft) { round in
            var scene = try await BoardScene.planned(over: round.service)
            try await scene.turns(1, round.service)
            try await scene.lie(of: 1, ciphertextFor: 2, round.service)
            try await scene.turns(3, round.service)
            try await scene.seat(0, round.service).beginAttempt(2)
            let lines = try await round.service.admin.journal().filter { $0.action != "session.begin" }.prefix(2)
            #expect(lines.map(\.action) == ["round.board-attempt", "board.broken"])
            #expect(lines.map(\.account) == [Self.account(0), Self.account(2)])
            #expect(lines.map(\.detail) == ["2", "\(BoardScene.names[1]): undecryptable-share"])
        }
    }
}
