/// The samples so far, and the figures that follow from them.
struct Results: Sendable {
    private static let idleMiB = Samples([64])
    private static let startSeconds = Samples([0.2])

    private var signs = Pair(), checks = Pair(), allSigns = Pair(), allChecks = Pair()
    private var tokens = Pair(), slips = Pair(), audits = Pair(), auditMemory = Pair()
    private var crowdedTokens = Pair(), crowdedSlips = Pair()
    private var gatewaySlips = Pair(), relaySlips = Samples(), relayBytes = Samples()
    private var slipTime = Pair(), generatorTime = Samples()
    private var idleMemory = Samples(), start = Samples()
    private var signedDecisions = Samples(), verifiedDecisions = Samples(), oneDecision = Samples()
    private var annexTime = Samples(), annexMemory = Samples()
    private var openSSL: [OpenSSLSpeed] = []
    private var openings = Samples()

    /// Slips a second on all cores of which both signatures are checked, one byte opened and one receipt signed, as
    /// last measured.
    private var receipted = 0.0

    /// A figure's samples beside its limit's.
    private struct Pair: Sendable {
        private(set) var ours = Samples()
        private(set) var limit = Samples()

        mutating func add(_ ours: Double, of limit: Double) {
            self.ours.add(ours)
            self.limit.add(limit)
        }
    }

    mutating func add(oneCore limit: OpenSSLSpeed, _ ours: InProcessLoad.OneCore) {
        signs.add(ours.signs, of: limit.rsaSigns)
        checks.add(ours.slipChecks, of: limit.slipChecks)
        openings.add(ours.openings)
        openSSL.append(limit)
    }

    mutating func add(allCores limit: OpenSSLSpeed, _ ours: InProcessLoad.AllCores) {
        allSigns.add(ours.signs, of: limit.rsaSigns)
        allChecks.add(ours.slipChecks, of: limit.slipChecks)
        let checkedAndOpened = 1 / (1 / limit.slipChecks + 1 / ours.openings)
        audits.add(ours.audits, of: checkedAndOpened)
        receipted = 1 / (1 / checkedAndOpened + 1 / limit.p256Signs)
    }

    private mutating func add(service: ServiceLoad.Outcome) {
        tokens.add(service.tokens, of: allSigns.ours.values.last ?? 0)
        slips.add(service.slips, of: allChecks.limit.values.last ?? 0)
        slipTime.add(service.slipTime * 1e6, of: (openSSL.last?.slipSeconds ?? 0) * 1e6)
        generatorTime.add(service.generatorTime)
    }

    /// - Parameter crowded: the same while strangers want all there is, measured right after it.
    mutating func add(service: ServiceLoad.Outcome, crowded: ServiceLoad.Outcome) {
        add(service: service)
        crowdedTokens.add(crowded.tokens, of: service.tokens)
        crowdedSlips.add(crowded.slips, of: service.slips)
    }

    mutating func add(gateway slips: Double) { gatewaySlips.add(slips, of: receipted) }

    mutating func add(relay: RelayProcess.Outcome) {
        relaySlips.add(relay.slips)
        relayBytes.add(relay.bytes)
    }

    mutating func add(smallAudit: Double, largeAudit: Double) { auditMemory.add(largeAudit, of: smallAudit) }

    mutating func add(idle: (startSeconds: Double, residentMiB: Double)) {
        start.add(idle.startSeconds)
        idleMemory.add(idle.residentMiB)
    }

    mutating func add(decisions: (signed: Double, verified: Double)) {
        signedDecisions.add(decisions.signed)
        verifiedDecisions.add(decisions.verified)
    }

    mutating func add(decisionSeconds: [Double]) { for seconds in decisionSeconds { oneDecision.add(seconds * 1_000) } }

    mutating func add(annex: (seconds: Double, peakMiB: Double)) {
        annexTime.add(annex.seconds)
        annexMemory.add(annex.peakMiB)
    }

    /// What one core does in a second.
    var primitives: [String: Double] {
        [
            "RSA-2048 signs": Samples(openSSL.map(\.rsaSigns)).median,
            "RSA-2048 verifies": Samples(openSSL.map(\.rsaVerifies)).median,
            "P-256 verifies": Samples(openSSL.map(\.p256Verifies)).median,
            "HPKE opens": openings.median,
            "slips sent and receipts read by the load generator": 1 / generatorTime.median,
        ]
    }

    var figures: [Figure] {
        [
            Figure("blind signatures, one core", signs.ours, of: signs.limit, .atLeast(0.95)),
            Figure("blind signatures, all cores", allSigns.ours, of: allSigns.limit, .atLeast(0.95)),
            Figure("slip checks, one core", checks.ours, of: checks.limit, .atLeast(0.85)),
            Figure("slip checks, all cores", allChecks.ours, of: allChecks.limit, .atLeast(0.85)),
            Figure("tokens over HTTP, of blind signatures", tokens.ours, of: tokens.limit, .atLeast(0.8)),
            Figure("slips over HTTP, of slip checks", slips.ours, of: slips.limit, .atLeast(0.4)),
            Figure(
                "a slip over HTTP, the service's processor time", slipTime.ours, of: slipTime.limit, .below(2),
                unit: "µs"),
            Figure(
                "tokens in a crowd of strangers, of alone", crowdedTokens.ours, of: crowdedTokens.limit, .atLeast(0.7)),
            Figure("slips in a crowd of strangers, of alone", crowdedSlips.ours, of: crowdedSlips.limit, .atLeast(0.7)),
            Figure(
                "slips through the gateway, of opened and receipted", gatewaySlips.ours, of: gatewaySlips.limit,
                .atLeast(0.7)),
            Figure("slips handed to a relay, a core", relaySlips, of: Samples([20_000]), .atLeast(1)),
            Figure("a slip held by a relay", relayBytes, of: Samples([2_048]), .below(1), unit: "bytes"),
            Figure("slips audited, of checks and openings", audits.ours, of: audits.limit, .atLeast(0.7)),
            Figure(
                "audit's memory, of a quarter of the record's", auditMemory.ours, of: auditMemory.limit,
                .below(1.1), unit: "MiB"),
            Figure("idle service, resident", idleMemory, of: Self.idleMiB, .below(1), unit: "MiB"),
            Figure("idle service, from exec to ready", start, of: Self.startSeconds, .below(1), unit: "s"),
            Figure("decisions signed, all cores", signedDecisions, of: Samples([150]), .atLeast(1)),
            Figure("decisions verified, all cores", verifiedDecisions, of: Samples([300]), .atLeast(1)),
            Figure("one decision over HTTP, order to file", oneDecision, of: Samples([20]), .below(1), unit: "ms"),
            Figure("annex of 2,000 units", annexTime, of: Samples([2]), .below(1), unit: "s"),
            Figure("annex of 2,000 units, resident", annexMemory, of: Samples([200]), .below(1), unit: "MiB"),
        ]
    }
}
