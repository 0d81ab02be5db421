import SecretBallot

/// The one mix of a round.
extension RelayRound {
    /// The device to which each voter's tokens were issued, by the roll that closing fixed.
    typealias Roll = [String: VerifyingKey]

    /// One of each voter at most.
    private func onRoll(_ roll: Roll) -> [Held] {
        held.compactMap { voter, devices in roll[voter].flatMap { devices[$0] } }
    }

    /// How many of those on the roll can be mixed, and how many of them that leaves out.
    func size(on roll: Roll) -> (mixed: Int, leftOut: Int) {
        let rest = onRoll(roll)
        let size = MixSize.greatest(rest.map(\.atLeast))
        return (size, rest.count - size)
    }

    /// Whether some of those who were here before are not here again: whoever hands over in a voter's name from another
    /// device does not stand in the place of the one that is awaited.
    func awaitsReturning(on roll: Roll) -> Bool { isOpen && onRoll(roll).count < heldBefore }

    /// The service takes nothing of it any more. What was mixed may have come to it; of what was not nothing was sent.
    mutating func end() {
        guard phase != .answered, phase != .ended else { return }
        if isMixed { resumed.formUnion(sent.keys.map(MixedOrder.mark)) } else { handedOver = held.count }
        phase = .ended
        (held, owners, sent, unsent, byteCount) = ([:], [:], [:], [], 0)
    }

    mutating func beginLowering(until end: Int) {
        if phase == .taking { phase = .lowering(until: end) }
    }

    /// Mixes all slips of the greatest mix, once. What is given back is to be written down before any of it is sent.
    /// - Parameter generator: a cryptographic one.
    mutating func mix(
        on roll: Roll, closing: [UInt8], using generator: inout some RandomNumberGenerator
    ) -> MixedOrder? {
        guard isOpen else { return nil }
        let rest = onRoll(roll)
        let size = MixSize.greatest(rest.map(\.atLeast))
        let chosen = rest.filter { $0.atLeast <= size }.map(\.bundle)
        phase = .mixed
        mixedVoters = size
        let order = order(of: chosen, closing: closing, using: &generator)
        (handedOver, offRoll) = (held.count, owners.count - rest.count)
        unsent = Set(owners.keys).subtracting(sent.keys)
        (held, owners) = ([:], [:])
        byteCount = order.messages.reduce(0) { $0 + $1.count }
        return order
    }

    private mutating func order(
        of bundles: [Bundle], closing: [UInt8], using generator: inout some RandomNumberGenerator
    ) -> MixedOrder {
        var slips: [(bundle: Int, place: Int)] = []
        for (number, bundle) in bundles.enumerated() { slips += (0..<bundle.count).map { (number, $0) } }
        slips.shuffle(using: &generator)
        var places = bundles.map { [Int32](repeating: 0, count: $0.count) }
        for (position, slip) in slips.enumerated() { places[slip.bundle][slip.place] = Int32(position) }
        for (bundle, places) in zip(bundles, places) { sent[bundle.hash] = Sent(places: places) }
        return MixedOrder(
            closing: closing, voters: bundles.count, marks: bundles.map { MixedOrder.mark(of: $0.hash) },
            messages: slips.map { bundles[$0.bundle].message(at: $0.place) })
    }

    /// What was mixed is written down, and goes out.
    mutating func beginSending() {
        if phase == .mixed { phase = .sending }
    }

    /// Has all answers, in the order in which the slips were sent.
    mutating func take(answers: [[UInt8]]) {
        phase = .answered
        self.answers = sent.isEmpty ? [] : answers
        byteCount = self.answers.reduce(0) { $0 + $1.count }
    }

    /// Lets go of answers that everybody has had time to ask for.
    mutating func forgetAnswers() {
        guard phase == .answered else { return }
        resumed.formUnion(sent.keys.map(MixedOrder.mark))
        (sent, answers, byteCount) = ([:], [], 0)
    }
}
