import Recognition
import SecretBallot
import Testing

@testable import phieukin

/// When a voter is asked what to do about a relay, and that nothing is said that nobody knows.
struct RelayDoubtTests {
    private let closedAt = 1_795_000_000

    private func doubt(_ state: Passage.State, after seconds: Int, isSilent: Bool) -> RelayDoubt? {
        RelayDoubt(state, closedAt: closedAt, isSilent: isSilent, now: closedAt + seconds)
    }

    @Test func nothingIsAskedBeforeTheEndOfVotingOrOnceTheRelayHasSaidHowItEnded() {
        for isSilent in [false, true] {
            #expect(RelayDoubt(.taken, closedAt: nil, isSilent: isSilent) == nil)
            for state in [Passage.State.answered, .lost, .unsent, .ended, .released] {
                #expect(doubt(state, after: 9_999, isSilent: isSilent) == nil)
            }
        }
    }

    @Test(arguments: [Passage.State.made, .taken, .sending])
    func aRelayThatAnswersHasItsTimeAndOneThatDoesNotHasNone(state: Passage.State) {
        #expect(doubt(state, after: 359, isSilent: false) == nil)
        #expect(doubt(state, after: 360, isSilent: false) != nil)
        #expect(doubt(state, after: 1, isSilent: true) != nil)
    }

    /// A smaller mix that was accepted takes nothing back that the relay said.
    @Test func whatItOnceTookItIsNotSaidToHaveNeverTaken() throws {
        for wasTaken in [false, true] {
            let doubt = RelayDoubt(.made, wasTaken: wasTaken, closedAt: closedAt, isSilent: true, now: closedAt + 600)
            let english = try #require(doubt).lines.map(\.english).joined()
            #expect(english.contains("has not said that it took the ballot") == !wasTaken)
        }
    }

    @Test func onlyWhatIsHeldCanBeTakenBack() throws {
        for (state, isSilent, canRelease) in [
            (Passage.State.taken, false, true), (.taken, true, false), (.sending, false, false),
            (.sending, true, false), (.made, true, false),
        ] {
            let lines = try #require(doubt(state, after: 600, isSilent: isSilent)).lines
            #expect(lines.contains { $0.english.contains("--unreleased") } == !canRelease)
            #expect(lines.contains { $0.vietnamese.contains("Chưa biết: phiếu đã vào hòm chưa") })
            #expect(!lines.contains { $0.english.contains("is in the box.") && !$0.english.contains("whether") })
        }
    }
}
