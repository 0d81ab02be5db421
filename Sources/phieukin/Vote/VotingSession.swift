import Client
import SecretBallot

/// A device and a service, from the tokens to the last receipt; everything is kept before it is sent.
struct VotingSession {
    private(set) var device: VotingDevice
    private let voter: VoterClient
    private let keep: (VotingDevice) throws -> Void

    /// - Parameter keep: writes the device down durably.
    init(_ device: VotingDevice, _ voter: VoterClient, keep: @escaping (VotingDevice) throws -> Void) {
        self.device = device
        self.voter = voter
        self.keep = keep
    }

    /// Whether the slips were made, once and for good.
    var isMarked: Bool { !device.slips.isEmpty }

    /// Asks for tokens, unless they are there.
    /// - Throws: `ServerProblem`, `DeviceFault`.
    mutating func obtainTokens() async throws {
        guard !device.hasTokens else { return }
        try await requireBoard()
        try device.finalize(try await voter.tokens(device.tokenRequest, in: device.manifest.roundID))
        try keep(device)
    }

    /// Nothing is asked for where the board's members have not all signed the round, or where it is not shown how a board
    /// of several made its key.
    private func requireBoard() async throws {
        let manifest = device.manifest
        guard try await voter.board(of: manifest).isComplete(in: manifest) else { throw DeviceFault.notFrozen }
        guard manifest.board.transcript != nil else { return }
        let transcript = try await voter.transcript(of: manifest)
        guard transcript.contradiction(with: manifest.board) == nil else { throw DeviceFault.boardKey }
    }

    /// - Parameter way: through which relay the slips shall go, sealed for it in the same step; nil for directly.
    mutating func mark(_ choices: [Choice], through way: RelayWay? = nil) throws {
        try device.mark(choices)
        if let way { try device.prepareHandover(to: way.relay, atLeast: way.atLeast) }
        try keep(device)
    }

    /// Casts the slips that have no receipt yet, one a request, in random order.
    /// - Parameter progress: told how many are in the box.
    mutating func castAll(progress: (Int) -> Void = { _ in }) async throws {
        let slips = device.slips
        var done = slips.count - device.uncast.count
        for contest in device.uncast.shuffled() {
            let receipt = try await voter.cast(slips[contest], in: device.manifest.roundID)
            try device.keep(receipt: receipt, forContest: contest)
            try keep(device)
            done += 1
            progress(done)
        }
    }

    // MARK: - Through a relay

    /// Hands the ballot over; the same again is the same.
    /// - Throws: `ServerProblem`, `ConnectionFault`, `DeviceFault`.
    mutating func handOver(to relay: HandoverClient) async throws {
        do {
            try await relay.handOver(device.handover(), in: device.manifest.roundID)
            try device.note(.taken)
        } catch let problem as ServerProblem where problem.code == "mixed" {
            // It has mixed, perhaps with this bundle: what it was told before, it knows.
            if try await ask(relay) == .unknown { try device.note(.unsent) }
        }
        try keep(device)
    }

    /// Asks what became of the ballot, and reads what came back once it is there.
    /// - Throws: as `handOver`; `DeviceFault.wrongMoment` where it is known.
    @discardableResult
    mutating func ask(_ relay: HandoverClient) async throws -> BundleState {
        guard let passage = device.passage else { throw DeviceFault.wrongMoment("the slips go through no relay") }
        let state = try await relay.state(of: passage.bundle, in: device.manifest.roundID)
        do {
            try note(state)
        } catch DeviceFault.smallMix {
            try keep(device)
            throw DeviceFault.smallMix
        }
        try keep(device)
        return state
    }

    private mutating func note(_ state: BundleState) throws {
        switch state {
        case .answers(let answers, let voters): try device.take(answers: answers, voters: voters)
        case .unsent(let voters): try device.note(.unsent, voters: voters)
        case .ended: try device.note(.ended)
        case .unknown: try device.note(.made)
        case .lost: try device.note(.lost)
        case .sending(let voters): try device.note(.sending, voters: voters)
        case .held, .lowering: break
        }
    }

    /// Accepts a smaller mix, and says so to the relay.
    /// - Throws: as `handOver`; `DeviceFault.noSuchWay` for a greater one.
    mutating func accept(mixOf atLeast: Int, at relay: HandoverClient) async throws {
        try device.accept(mixOf: atLeast)
        try keep(device)
        try await handOver(to: relay)
    }

    /// Has the relay sign that it will never send the ballot, which then goes directly.
    /// - Throws: as `handOver`; `DeviceFault.badRelease`.
    mutating func takeBack(from relay: HandoverClient) async throws {
        guard let passage = device.passage else { return }
        if passage.state != .released {
            let release = try await relay.release(
                passage.bundle, device.releaseRequest(), in: device.manifest.roundID)
            try device.take(release: release)
        }
        try goDirect()
    }

    /// Sends the slips directly, whatever the relay does: the voter's own act.
    /// - Throws: `DeviceFault.wrongMoment` where the relay has said that they were sent.
    mutating func goDirect() throws {
        try device.goDirect()
        try keep(device)
    }
}

/// Through which relay a ballot goes, by its place in the manifest, and in how small a mix at the least.
struct RelayWay: Sendable, Hashable {
    let relay: Int
    let atLeast: Int
}
