import Logging
import SecretBallot
import StrictEncoding

/// Carries one round through: waits for its closing, mixes once, sends until all is answered, says of how many.
///
/// Whatever fails is tried again; what was written down before a failure is not done again.
struct RoundRunner: Sendable {
    /// How long, in seconds, answers are there to be asked for, and a round that ended without any: a week. As long a round
    /// may be unknown to the service, or over by its word alone, before it is taken for over.
    static let keepingTime = 7 * 24 * 3_600

    let desk: RelayDesk
    let roundID: RoundID
    let manifest: Manifest

    var tools: RelayTools { desk.tools }

    /// Returns when the service has everything, or the round is over without it, and nobody has to be told any more.
    func run() async throws {
        if let time = desk.endedAt(roundID) { return try await forget(endedAt: time) }
        do {
            guard let order = try await mixed(after: waitForClosing()) else { return }
            let answers = try await send(order)
            desk.change(roundID) { $0.take(answers: answers) }
            try await state(order)
            try await finish()
        } catch is RoundOver {
            try await end()
        }
    }

    // MARK: - Closing

    private struct Closed: Sendable {
        let document: [UInt8]
        let roll: RelayRound.Roll
    }

    /// Nil where the order of an earlier life is there.
    private func waitForClosing() async throws -> Closed? {
        if desk.keptOrder(of: roundID) != nil { return nil }
        while desk.knows(roundID) {
            do {
                if let closed = try await closed() { return closed }
            } catch  where Self.isFinal(error) {
                throw error
            } catch {
                tools.report("closing", roundID, error)
            }
            try await tools.clock.sleep(seconds: tools.pollSeconds)
        }
        // It was let go of, for another's sake.
        throw CancellationError()
    }

    private func closed() async throws -> Closed? {
        guard try await stage() == .closing, let (document, roll) = try await tools.service.closing(of: roundID) else {
            return nil
        }
        let closing = try ClosingDocument(document, of: manifest).closing
        guard Hash.digest(roll) == closing.rollHash else {
            throw MalformedInput(.wrongValue, at: "roll", "the roll of the closing")
        }
        // A roll that the service made up would mix one voter with nobody.
        if let fault = Audit.faults(ofRoll: roll, nil, of: manifest).first {
            throw MalformedInput(.wrongValue, at: "roll", "\(fault)")
        }
        var devices: RelayRound.Roll = [:]
        for entry in try IssuanceRoll(roll, in: manifest.version).entries { devices[entry.voter] = entry.deviceKey }
        return Closed(document: document, roll: devices)
    }

    // MARK: - Mixing

    private func mixed(after closed: Closed?) async throws -> MixedOrder? {
        guard let closed else { return desk.keptOrder(of: roundID) }
        try await waitForReturning(on: closed.roll)
        try await waitForLowering(on: closed.roll)
        // Sealed over it meanwhile, nothing of it was sent, and nobody shall think so.
        try await requireGoing()
        // Let go of meanwhile, it is another runner's, if anybody's.
        guard desk.knows(roundID) else { throw CancellationError() }
        var generator = tools.generator
        let order = desk.change(roundID) { round in
            round.mix(on: closed.roll, closing: closed.document, using: &generator)
        }
        guard let order else { return nil }
        if desk.look(roundID, \.offRoll) > 0 {
            tools.accuse("it issued tokens to devices that are not on its roll", roundID)
        }
        // Before a byte of it goes anywhere.
        try await written("mix") { try tools.storage.keep(order, of: roundID) }
        return order
    }

    /// Killed while it held ballots, a relay has lost them: their devices hand them over again, and are waited for.
    private func waitForReturning(on roll: RelayRound.Roll) async throws {
        let end = tools.clock.now + tools.loweringSeconds
        while desk.look(roundID, { $0.awaitsReturning(on: roll) }), tools.clock.now < end {
            try await tools.clock.sleep(seconds: 1)
        }
    }

    private func waitForLowering(on roll: RelayRound.Roll) async throws {
        let end = tools.clock.now + tools.loweringSeconds
        while desk.look(roundID, { $0.size(on: roll).leftOut }) > 0, tools.clock.now < end {
            desk.change(roundID) { $0.beginLowering(until: end) }
            try await tools.clock.sleep(seconds: 1)
        }
    }

    // MARK: - Sending

    /// One request after the other, each the same bytes until it is answered.
    private func send(_ order: MixedOrder) async throws -> [[UInt8]] {
        desk.change(roundID) { $0.beginSending() }
        var answers: [[UInt8]] = []
        let (closing, relay) = (try closing(of: order), try desk.place(in: manifest))
        for part in order.parts {
            let (request, count) = (MessageList.encoded(order.messages[part]), part.count)
            let pass = try GatewayPass(relay: relay, for: request, closing: closing, of: manifest, signedBy: tools.key)
            answers += try await asked("gateway") {
                let list = try MessageList.parse(
                    try await tools.service.send(request, pass, of: roundID), as: "gateway's answer")
                guard list.count == count, list.allSatisfy({ $0.count == SlipAnswer.messageByteCount }) else {
                    throw MalformedInput(
                        .wrongLength, at: "gateway's answer", "\(count) of \(SlipAnswer.messageByteCount) bytes")
                }
                return list
            }
        }
        return answers
    }

    private func closing(of order: MixedOrder) throws -> Closing {
        try ClosingDocument(order.closing, of: manifest).closing
    }

    private func state(_ order: MixedOrder) async throws {
        let statement = try RelayStatement(
            relay: desk.place(in: manifest), voters: order.voters, closing: closing(of: order), of: manifest,
            signedBy: tools.key)
        try await asked("statement") { try await tools.service.post(statement, of: roundID) }
    }
}
