import AccountSecurity
import Connections
import Hummingbird
import Synchronization

/// Says whose seat it is that asks: by an invitation's code in the Authorization header, and by nothing else.
///
/// Wrong codes are counted by address, as failed sign-ins are. A right one is never made to wait for them: nobody finds
/// one of 160 random bits by trying, and a page that was left open with an old code must not keep out its neighbours.
final class SeatDoor: Sendable {
    private let office: RoundOffice
    private let clock: ServiceClock
    private let wrong = Mutex(AttemptBudget<PeerAddress>(.init(freeFailures: 40, longestWait: 60)))

    init(office: RoundOffice) { (self.office, clock) = (office, office.tools.clock) }

    /// Nil for whoever shows nothing.
    /// - Throws: `Problem.wrongInvitation` for a code of no seat of the round in the path, which may be nobody's; or
    ///   `.throttled`.
    func seat(of request: Request, _ context: ServiceContext) async throws -> Seat? {
        guard let shown = request.bearerToken else { return nil }
        guard let desk = try? context.desk(of: office), let code = InvitationCode(shown: shown),
            let seat = try await desk.seat(shown: code)
        else {
            throw refusal(of: context.peer)
        }
        return seat
    }

    func refusal(of peer: PeerAddress?) -> Problem {
        guard let peer else { return Problem(.wrongInvitation) }
        let now = clock.elapsed
        let wait = wrong.withLock { wrong in
            let wait = wrong.wait(of: peer, at: now)
            if wait == 0 { wrong.begin(peer, at: now) }
            return wait
        }
        return wait > 0 ? Problem(.throttled, retryAfter: wait) : Problem(.wrongInvitation)
    }
}
