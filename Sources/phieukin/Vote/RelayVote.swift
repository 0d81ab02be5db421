import Client
import SecretBallot

/// A voter's ballot through a relay: handed over, asked after, taken back.
struct RelayVote {
    let server: ServerOptions
    let atLeast: Int?
    let direct: Bool

    /// Which way slips go and who opens the box: to be said before tokens are asked for.
    static func words(_ manifest: Manifest) -> [String] {
        guard let relays = manifest.casting?.relays else { return [] }
        let board = manifest.board
        return [
            relays.isEmpty
                ? "This round has no relay: the service sees which slips come from this machine (không có trạm chuyển phiếu)."
                : "Slips go through a relay (trạm chuyển phiếu): \(relays.map(\.name).joined(separator: "; ")).",
            board.members.count == 1
                ? "One person can open the box: \(board.members[0].name)."
                : "\(board.threshold) of \(board.members.count) board members together open the box.",
        ]
    }

    /// - Returns: whether the slips go through a relay; if not, they are to be cast directly.
    /// - Throws: `Failure`, `ServerProblem`, `ConnectionFault`, `DeviceFault`.
    func run(_ session: inout VotingSession) async throws -> Bool {
        guard let passage = session.device.passage else { return false }
        let relay = try client(passage, of: session.device.manifest)
        if direct {
            try await session.takeBack(from: relay)
            Terminal.say("The relay signed that it will never send the ballot (trạm đã trả lại phiếu).")
            return false
        }
        try await go(&session, relay)
        say(session.device, passage)
        return true
    }

    /// As far as it comes now.
    private func go(_ session: inout VotingSession, _ relay: HandoverClient) async throws {
        if session.device.passage?.state == .taken { try await ask(&session, relay) }
        if session.device.passage?.state == .made { try await session.handOver(to: relay) }
    }

    private func ask(_ session: inout VotingSession, _ relay: HandoverClient) async throws {
        let before = session.device.passage?.atLeast ?? 0
        switch try await session.ask(relay) {
        case .held(let voters): Terminal.say("\(voters) voters have handed over.")
        case .lowering(let voters):
            Terminal.say("Voting has ended; \(voters) voters handed over, and you asked for \(before).")
            if let atLeast, atLeast < before { return try await session.accept(mixOf: atLeast, at: relay) }
            Terminal.say("To accept a smaller mix, run this again with --at-least.")
        default: break
        }
    }

    func client(_ passage: Passage, of manifest: Manifest) throws -> HandoverClient {
        let authorities = try server.authorities()
        guard let relay = manifest.casting?.relays[passage.relay] else { throw DeviceFault.noSuchWay }
        return try HandoverClient(to: relay, trusting: authorities)
    }

    /// Handed over, in the box, found and counted are four things.
    private func say(_ device: VotingDevice, _ before: Passage) {
        guard let passage = device.passage else { return }
        let (count, missing) = (device.slips.count, device.uncast.count)
        switch passage.state {
        case .made, .taken:
            Terminal.say("HANDED OVER, and final (đã giao cho trạm). Not in the box yet (chưa vào hòm).")
            Terminal.say("When voting has ended, run this again: it asks the relay.")
        case .answered where missing == 0:
            Terminal.say("All \(count) slips are in the box, mixed with those of \(passage.voters ?? 0) (đã vào hòm).")
        case .answered:
            Terminal.say("\(missing) of \(count) slips have no good receipt: the sealed box decides (chờ niêm phong).")
        case .lost: Terminal.say("The relay sent the slips and lost the receipts: the sealed box decides.")
        case .unsent, .released:
            Terminal.say("NOT in the box: the relay did not send it (trạm không gửi). Run this again with --direct.")
        }
    }
}
