import Client
import Recognition
import SecretBallot

/// A voter's ballot through a relay: handed over, asked after, taken back.
struct RelayVote {
    let server: ServerOptions
    let atLeast: Int?
    let direct: Bool

    /// With `direct`: also where the relay does not release the ballot.
    let unreleased: Bool

    /// The member has heard that voting has ended. Until then the service is asked nothing of a ballot that was handed over:
    /// it would see who comes back, and when.
    let hasEnded: Bool

    /// Which way slips go and who opens the box: to be said before tokens are asked for.
    static func words(_ manifest: Manifest) -> [String] {
        guard let relays = manifest.casting?.relays else { return [] }
        let board = manifest.board
        let way =
            relays.isEmpty
            ? "This round has no relay: the service sees which slips come from this machine (không có trạm chuyển phiếu)."
            : "Slips go through a relay (trạm chuyển phiếu), which has to be another body's machine:"
        let opening =
            board.members.count == 1
            ? "One person can open the box: \(board.members[0].name)."
            : "\(board.threshold) of \(board.members.count) board members together open the box."
        return [way] + relays.enumerated().map { "  \($0 + 1). \($1.words)" } + [opening]
    }

    /// - Returns: whether the slips go through a relay; if not, they are to be cast directly.
    /// - Throws: `Failure`, `ServerProblem`, `ConnectionFault`, `DeviceFault`.
    func run(_ session: inout VotingSession) async throws -> Bool {
        guard let passage = session.device.passage else { return false }
        let relay = try client(passage, of: session.device.manifest)
        if direct {
            try await goDirect(&session, relay)
            return false
        }
        do {
            try await go(&session, relay)
        } catch let fault where RelayDoubt.isSilence(fault) {
            await tell(of: session.device, isSilent: true)
            throw fault
        }
        // Said each time: it stays so.
        if session.device.passage?.isSmallMix == true { throw DeviceFault.smallMix }
        say(session.device)
        await tell(of: session.device, isSilent: false)
        return true
    }

    private func goDirect(_ session: inout VotingSession, _ relay: HandoverClient) async throws {
        do {
            try await session.takeBack(from: relay)
            Terminal.say("The relay signed that it will never send the ballot (trạm đã trả lại phiếu).")
        } catch  where unreleased {
            try session.goDirect()
            Terminal.say("Without the relay's release: the slips may come to the box twice (có thể tới hai lần).")
        }
    }

    /// As far as it comes now.
    private func go(_ session: inout VotingSession, _ relay: HandoverClient) async throws {
        switch session.device.passage?.state {
        case .taken, .sending: try await ask(&session, relay)
        default: break
        }
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

    /// Where voting has ended and the relay has not said how it ended: what is known, and what each choice costs.
    private func tell(of device: VotingDevice, isSilent: Bool) async {
        guard hasEnded, let passage = device.passage,
            let status = try? await server.voter().status(of: device.manifest.roundID),
            let doubt = RelayDoubt(
                passage.state, wasTaken: passage.wasTaken, closedAt: status.closedAt, isSilent: isSilent)
        else { return }
        for line in doubt.lines { Terminal.say(line.english) }
        for line in doubt.lines { Terminal.say(line.vietnamese) }
    }

    func client(_ passage: Passage, of manifest: Manifest) throws -> HandoverClient {
        let authorities = try server.authorities()
        guard let relay = manifest.casting?.relays[passage.relay] else { throw DeviceFault.noSuchWay }
        return try HandoverClient(to: relay, beside: server.address(), trusting: authorities)
    }

    /// Handed over, in the box, found and counted are four things.
    private func say(_ device: VotingDevice) {
        guard let passage = device.passage else { return }
        let (count, missing) = (device.slips.count, device.uncast.count)
        switch passage.state {
        case .made, .taken:
            Terminal.say("HANDED OVER, and final (đã giao cho trạm). Not in the box yet (chưa vào hòm).")
            Terminal.say("When voting has ended, run this again: it asks the relay. If that says nothing new: --ended.")
        case .sending:
            Terminal.say(
                "The relay mixed the ballot with those of \(passage.voters ?? 0), and is sending it (trạm đang gửi).")
            Terminal.say("NOT known yet to be in the box (chưa biết đã vào hòm chưa): run this again.")
        case .answered where missing == 0:
            Terminal.say("All \(count) slips are in the box, mixed with those of \(passage.voters ?? 0) (đã vào hòm).")
        case .answered:
            Terminal.say("\(missing) of \(count) slips have no good receipt: the sealed box decides (chờ niêm phong).")
        case .lost:
            Terminal.say("The relay mixed the slips to send them, and lost the receipts: the sealed box decides.")
        case .unsent:
            Terminal.say("NOT in the box: the relay did not send it (trạm không gửi). Run this again with --direct.")
        case .ended:
            Terminal.say("NOT in the box: the relay says that the round is over (trạm báo đợt đã xong).")
            Terminal.say("If the box is not sealed, run this again with --direct.")
        case .released:
            Terminal.say("NOT in the box: the relay gave it back (trạm đã trả lại). Run this again with --direct.")
        }
    }
}

extension RelayReference {
    /// Who it is, for people to judge.
    var words: String {
        "\(name): \(host)\(isOnLoopback ? " (a trial on this machine, chạy thử)" : ""), key \(fingerprint)"
    }
}

extension RoundStatus {
    /// When voting ended, of a box that is not sealed yet.
    fileprivate var closedAt: Int? {
        state == .closing ? steps.last { $0.state == .closing }?.at : nil
    }
}
