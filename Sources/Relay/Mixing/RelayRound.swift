import SecretBallot

/// What a relay holds of one round: a value without clock, network or disk, so that every rule can be tried alone.
///
/// Its life goes one way: it takes bundles; voting closes, and where the greatest mix leaves somebody out it waits a while
/// for members to lower what they ask for; it is mixed, once; it has all answers. Killed, it comes back as `resumed`.
struct RelayRound: Sendable {
    enum Phase: Sendable, Hashable {
        case taking

        /// Voting has closed; seconds since 1970 until which members may lower what they ask for.
        case lowering(until: Int)

        /// The order is drawn, and perhaps not written down yet.
        case mixed

        /// The order is written down: it goes out as it is, however often the relay is killed.
        case sending
        case answered
    }

    struct Held: Sendable {
        let bundle: Bundle
        let deviceKey: VerifyingKey
        var atLeast: Int
    }

    /// Of what was mixed, where a bundle's slips stand in the order that was sent.
    struct Sent: Sendable {
        let places: [Int32]
    }

    /// How many bundles one voter may have released: a device has one, and a new one only after it lost that.
    static let releaseLimit = 8

    var phase = Phase.taking
    var held: [String: Held] = [:]
    var voters: [[UInt8]: String] = [:]
    var sent: [[UInt8]: Sent] = [:]
    var unsent: Set<[UInt8]> = []
    private var releases: [String: Int] = [:]

    /// Bundles that were released, and those of a mix that was sent before a restart, by their marks.
    var released: Set<[UInt8]>
    var resumed: Set<[UInt8]> = []
    var answers: [[UInt8]] = []

    /// Of how many voters the mix is.
    var mixedVoters = 0
    var handedOver = 0

    /// How many voters' bundles were held in an earlier life that did not mix.
    let heldBefore: Int

    var isMixed: Bool {
        switch phase {
        case .taking, .lowering: false
        case .mixed, .sending, .answered: true
        }
    }

    /// Whether some of those are not here again.
    var awaitsReturning: Bool { !isMixed && held.count < heldBefore }

    init(released: Set<[UInt8]> = [], heldBefore: Int = 0) {
        (self.released, self.heldBefore) = (released, heldBefore)
    }

    /// A round whose mix was written down before the relay was killed: nothing is mixed again, and nobody's answers can
    /// be told from others'.
    init(resuming order: MixedOrder, released: Set<[UInt8]>) {
        self.init(released: released)
        phase = .mixed
        resumed = Set(order.marks)
        mixedVoters = order.voters
        handedOver = order.voters
    }

    // MARK: - What is asked

    /// How many have handed over; of a round that was mixed before a restart, how many were mixed.
    var voterCount: Int { isMixed ? handedOver : held.count }

    /// Of what is in memory for this round: bundles, then the order that is sent, then answers.
    var byteCount = 0

    /// What a device is told of its bundle.
    enum Answer: Sendable, Hashable {
        case held

        /// It is there, and nothing of it was sent; seconds since 1970 until which it may be in a smaller mix.
        case lowering(until: Int)

        /// It is in the mix, which is on its way to the service: whether it is in the box nobody has said.
        case sending(voters: Int)

        /// In the bundle's order.
        case answers([[UInt8]], voters: Int)

        /// Voting closed, the mix was sent without it, and nothing of it will be sent.
        case unsent(voters: Int)

        /// It is in the mix; the answers are lost, or will be.
        case lost
    }

    /// - Throws: `RelayRefusal.unknownBundle`.
    func answer(for hash: [UInt8]) throws(RelayRefusal) -> Answer {
        if let sent = sent[hash] {
            switch phase {
            case .answered: return .answers(sent.places.map { answers[Int($0)] }, voters: mixedVoters)
            case .sending: return .sending(voters: mixedVoters)
            case .taking, .lowering, .mixed: return .held
            }
        }
        if unsent.contains(hash) { return .unsent(voters: mixedVoters) }
        if resumed.contains(MixedOrder.mark(of: hash)) { return .lost }
        guard voters[hash] != nil else { throw .unknownBundle }
        if case .lowering(let end) = phase { return .lowering(until: end) }
        return .held
    }

    // MARK: - Handing over, and back

    /// Takes a bundle that was checked; once a voter.
    /// - Parameter room: how many more bytes there are for ballots.
    /// - Throws: `RelayRefusal`: `mixed`, `released`, `differs`, `full`.
    mutating func take(_ handover: Handover, room: Int = .max) throws(RelayRefusal) {
        let hash = handover.bundle.hash
        guard !isMixed else { throw .mixed }
        guard !released.contains(MixedOrder.mark(of: hash)) else { throw .released }
        if let present = held[handover.voter] {
            guard present.bundle.hash == hash, present.deviceKey == handover.deviceKey,
                handover.atLeast <= present.atLeast
            else { throw .differs }
            held[handover.voter]?.atLeast = handover.atLeast
            return
        }
        guard voters[hash] == nil else { throw .differs }
        guard handover.bundle.bytes.count <= room else { throw .full }
        held[handover.voter] = Held(
            bundle: handover.bundle, deviceKey: handover.deviceKey, atLeast: handover.atLeast)
        voters[hash] = handover.voter
        byteCount += handover.bundle.bytes.count
    }

    /// Whether a bundle may be released; that it was is to be written down before anybody is told.
    /// - Throws: `RelayRefusal.sent` for what is in the mix, `.differs` where it is another voter's, `.full` for a voter
    ///   who has had more released than any device has need to.
    func checkRelease(of hash: [UInt8], by voter: String) throws(RelayRefusal) {
        if isInMix(hash) { throw .sent }
        if let owner = voters[hash], owner != voter { throw .differs }
        if released.contains(MixedOrder.mark(of: hash)) { return }
        guard releases[voter, default: 0] < Self.releaseLimit else { throw .full }
    }

    /// Lets go of a bundle for good, whether or not it was here.
    /// - Throws: as `checkRelease`.
    mutating func release(_ hash: [UInt8], by voter: String) throws(RelayRefusal) {
        try checkRelease(of: hash, by: voter)
        guard released.insert(MixedOrder.mark(of: hash)).inserted else { return }
        releases[voter, default: 0] += 1
        unsent.remove(hash)
        guard voters.removeValue(forKey: hash) != nil, let back = held.removeValue(forKey: voter) else { return }
        byteCount -= back.bundle.bytes.count
    }

    private func isInMix(_ hash: [UInt8]) -> Bool {
        sent[hash] != nil || resumed.contains(MixedOrder.mark(of: hash))
    }
}
