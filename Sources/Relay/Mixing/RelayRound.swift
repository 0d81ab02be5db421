import SecretBallot

/// What a relay holds of one round: a value without clock, network or disk, so that every rule can be tried alone.
///
/// Its life goes one way: it takes bundles; voting closes, and where the greatest mix leaves somebody out it waits a while
/// for members to lower what they ask for; it is mixed, once; it has all answers. Killed, it comes back as `resumed`. From
/// anywhere before the answers it ends where the service takes nothing of it any more.
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

        /// The service takes nothing of it any more: nothing was mixed, or not all was answered.
        case ended
    }

    struct Held: Sendable {
        let bundle: Bundle
        var atLeast: Int
    }

    /// A voter, and one device to which the service says that it issued that voter's tokens.
    struct Holder: Sendable, Hashable {
        let voter: String
        let deviceKey: VerifyingKey
    }

    /// Of what was mixed, where a bundle's slips stand in the order that was sent.
    struct Sent: Sendable {
        let places: [Int32]
    }

    var phase = Phase.taking

    /// By voter and device. A service that issues a voter's tokens to itself as well keeps nobody out by it: which device is
    /// the voter's, the roll of the closing says.
    var held: [String: [VerifyingKey: Held]] = [:]
    var owners: [[UInt8]: Holder] = [:]
    var sent: [[UInt8]: Sent] = [:]
    var unsent: Set<[UInt8]> = []
    var releases: [String: [VerifyingKey: Int]] = [:]

    /// Bundles that were taken beside another device's of the same voter: for each of them the service broke its word.
    var contested = 0

    /// Bundles of devices to which the service said that it issued tokens, and that its roll does not have.
    var offRoll = 0

    /// Bundles that were released, and those of a mix that was sent before a restart, by their marks.
    var released: Set<[UInt8]>
    var resumed: Set<[UInt8]> = []
    var answers: [[UInt8]] = []

    /// Of how many voters the mix is.
    var mixedVoters = 0
    var handedOver = 0

    /// How many voters' bundles were held in an earlier life that did not mix.
    let heldBefore: Int

    /// Whether an earlier life mixed: nobody's answers can be told from others'.
    private(set) var isResumed = false

    var isMixed: Bool {
        switch phase {
        case .taking, .lowering, .ended: false
        case .mixed, .sending, .answered: true
        }
    }

    /// Whether bundles are still taken, and may still be mixed.
    var isOpen: Bool { !isMixed && phase != .ended }

    /// Whether nothing would be lost with it.
    var isIdle: Bool { isOpen && held.isEmpty && heldBefore == 0 && released.isEmpty }

    init(released: Set<[UInt8]> = [], heldBefore: Int = 0) {
        (self.released, self.heldBefore) = (released, heldBefore)
    }

    /// A round whose mix was written down before the relay was killed: nothing is mixed again.
    /// - Parameter isFinished: whether the service has all of it, or is past taking it.
    init(resuming order: MixedOrder, released: Set<[UInt8]>, isFinished: Bool = false) {
        self.init(released: released)
        (phase, isResumed) = (isFinished ? .ended : .mixed, true)
        resumed = Set(order.marks)
        mixedVoters = order.voters
        handedOver = order.voters
    }

    /// A round that had ended without having been mixed before the relay was stopped.
    init(ended released: Set<[UInt8]>, heldBefore: Int) {
        self.init(released: released)
        (phase, handedOver) = (.ended, heldBefore)
    }

    // MARK: - What is asked

    /// How many voters have handed over; of a round that was mixed before a restart, how many were mixed.
    var voterCount: Int { isOpen ? held.count : handedOver }

    /// Where the round stands here, in one word for whoever follows it.
    var standing: String {
        switch phase {
        case .taking: "held"
        case .lowering: "lowering"
        case .mixed, .sending: "sending"
        case .answered: "sent"
        case .ended: "ended"
        }
    }

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

        /// The round is over, and nothing of it was sent from here, nor will be.
        case ended

        /// It is in the mix; the answers are lost, or will be.
        case lost
    }

    /// - Throws: `RelayRefusal.unknownBundle`.
    func answer(for hash: [UInt8]) throws(RelayRefusal) -> Answer {
        if let sent = sent[hash] {
            switch phase {
            case .answered: return .answers(sent.places.map { answers[Int($0)] }, voters: mixedVoters)
            case .sending: return .sending(voters: mixedVoters)
            case .taking, .lowering, .mixed, .ended: return .held
            }
        }
        // That it was left out is told when no other order can be drawn.
        if unsent.contains(hash) { return phase == .mixed ? .held : .unsent(voters: mixedVoters) }
        let mark = MixedOrder.mark(of: hash)
        if resumed.contains(mark) { return .lost }
        if !released.contains(mark) {
            if isResumed { return .unsent(voters: mixedVoters) }
            if phase == .ended { return .ended }
        }
        guard owners[hash] != nil else { throw .unknownBundle }
        if case .lowering(let end) = phase { return .lowering(until: end) }
        return .held
    }
}
