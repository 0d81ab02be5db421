import Client
import SecretBallot

/// A counting board of several: each member on a machine of their own, with an invitation to a seat.
struct DemoBoard {
    private struct Member {
        let name: String
        let seat: SeatClient
        var device: SeatDevice
    }

    private var members: [Member]

    init(_ invitations: [SeatInvitation], of round: String, _ connection: Connection) throws {
        members = try invitations.map { invitation in
            Member(
                name: invitation.name,
                seat: SeatClient(connection, round: round, code: invitation.code),
                device: try SeatDevice(name: invitation.name))
        }
    }

    /// All machines go on as the others come, until each has its part of a key that nobody has whole.
    mutating func makeKey() async throws {
        while members.contains(where: { $0.device.holder == nil }) {
            for place in members.indices {
                let view = try await members[place].seat.view()
                guard view.evidence == nil else { throw Failure("demo: a board's member broke the ceremony") }
                try await members[place].device.advance(by: view, at: members[place].seat) { _ in }
            }
        }
    }

    /// Each proves the saved copy, and signs what came of the freeze.
    /// - Throws: `Failure`, `BoardKeyFault`, `ServerProblem`.
    mutating func signFreeze(of manifest: Manifest) async throws {
        for place in members.indices {
            let (seat, holder) = try (members[place].seat, made(place))
            let lines = holder.copy(for: manifest.roundID).lines
            guard try BoardKeyCopy(typed: lines).holder(in: manifest) != nil else {
                throw Failure("demo: a saved copy cannot be read back")
            }
            try await seat.proveCopy()
            guard let transcript = try await seat.view().transcript else {
                throw Failure("demo: the service shows no transcript of the board's key")
            }
            let signature = try use(place) { try $0.signFreeze(of: manifest, transcript: transcript) }
            try await seat.sign(signature)
        }
    }

    /// Gives the share of one member, whose machine audited the box before.
    mutating func giveShare(of place: Int, after report: AuditReport) async throws {
        let share = try use(place) { try $0.release(after: report) }
        try await members[place].seat.open(with: share)
    }

    /// One member's machine counts the opened box by itself, and signs the minutes if it comes to the same.
    mutating func signMinutes(of place: Int, _ sealed: SealedRound) async throws {
        let (seat, holder) = try (members[place].seat, made(place))
        let count = try await seat.count(of: sealed.manifest)
        let report = try await offEventLoops {
            BoardKeyHolder.count(sealed, opened: count.opening, of: sealed.manifest.roundID)
        }
        try await seat.sign(holder.signMinutes(after: report, counting: count.tally.tallies))
    }

    func name(_ place: Int) -> String { members[place].name }

    private func made(_ place: Int) throws -> BoardKeyHolder {
        guard let holder = members[place].device.holder else { throw Failure("demo: the board has no key yet") }
        return holder
    }

    /// What a holder did is kept with it.
    private mutating func use<Value>(_ place: Int, _ body: (inout BoardKeyHolder) throws -> Value) throws -> Value {
        var holder = try made(place)
        let value = try body(&holder)
        members[place].device.holder = holder
        return value
    }
}
