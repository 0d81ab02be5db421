import OpenSSLKit
import SecretBallot

/// What the members' devices say in an attempt, each at its own place.
extension BoardPlan {
    /// Takes what a device brings; with the last of them the ceremony begins.
    /// - Throws: `Problem.otherAttempt`; `.seatTaken` where the place has registered something else in this attempt;
    ///   `.ceremonyKey` for a key that is there already.
    mutating func register(_ member: CeremonyMember, at place: Int, in attempt: Int) throws {
        guard attempt == self.attempt else { throw otherAttempt }
        if let before = seats[place].registration {
            guard before == member else { throw Problem(.seatTaken) }
            return
        }
        let keys = (seats.compactMap(\.registration) + [member]).flatMap { [$0.key.bytes, $0.dkgKey.x962] }
        guard Set(keys).count == keys.count else { throw Problem(.ceremonyKey) }
        seats[place].registration = member
        let members = seats.compactMap(\.registration)
        guard members.count == seats.count else { return }
        ceremony = CeremonyCoordinator(try BoardCeremony(threshold: threshold, members: members))
    }

    /// - Throws: `Problem.otherSeat`, `.ceremonyEarly`, `CeremonyFault`; so all that follow.
    mutating func take(_ commitment: SignedCommitment, at place: Int) throws {
        try take(of: commitment.member, at: place) { try $0.take(commitment) }
    }

    mutating func take(_ message: SignedFirstMessage, at place: Int) throws {
        try take(of: message.member, at: place) { try $0.take(message) }
    }

    mutating func take(_ accusation: Accusation, at place: Int) throws {
        try take(of: accusation.member, at: place) { try $0.take(accusation) }
    }

    /// - Parameter certification: 65 bytes.
    mutating func take(certification: [UInt8], of member: Int, at place: Int) throws {
        try take(of: member, at: place) { try $0.take(certification: certification, of: member) }
    }

    private mutating func take(
        of member: Int, at place: Int, _ body: (inout CeremonyCoordinator) throws -> Void
    ) throws {
        guard member == place else { throw Problem(.otherSeat) }
        guard var coordinator = ceremony else { throw Problem(.ceremonyEarly) }
        try body(&coordinator)
        ceremony = coordinator
        try noteFinding()
    }
}
