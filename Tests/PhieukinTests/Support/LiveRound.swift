import Client
import Recognition
import SecretBallot

@testable import phieukin

/// A small round at the real service, open for voting: one unit, eight voters, all of them present.
struct LiveRound {
    let voter: VoterClient
    let manifest: Manifest
    let codes: [AccessCode]

    static func run(_ body: (LiveRound) async throws -> Void) async throws {
        try await LiveDraft.run { try await body(LiveRound($0)) }
    }

    private init(_ draft: LiveDraft) async throws {
        let (staff, round) = (draft.staff, draft.round)
        let device = BoardDevice(name: "Board")
        try await staff.setBoard(device.board, of: round)
        let roundID = try await staff.freeze(round, every: .milliseconds(50)) { _ in }
        voter = VoterClient(draft.connection)
        manifest = try await voter.manifest(of: roundID)
        try await staff.sign(device.signFreeze(of: manifest), of: round)
        try await staff.setPresence(draft.cards.voters.map { ($0.id, .present) }, of: round)
        try await staff.issue(round)
        try await staff.vote(round)
        codes = draft.cards.codes
    }
}
