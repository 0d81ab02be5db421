import NIOCore

/// All work that computes long, each kind in a lane of its own: threads that nothing else uses, a bounded queue, a
/// deadline, so that a live round never waits for anybody else's work.
///
/// A lane's type says what it is for: whoever is given a `Lane<SignInWork>` cannot put a ballot into it.
struct Lanes: Sendable {
    /// Tokens, and what the round's own pages need while it is live. The only lane at full priority.
    let live: Lane<LiveWork>

    /// Slips that come through relays, many at once.
    let gateway: Lane<GatewayWork>

    /// Passwords of people who are not signed in.
    let signIns: Lane<SignInWork>

    /// Passwords and codes of people who are: strangers' guesses do not keep them waiting.
    let passwords: Lane<PasswordWork>

    /// Files that somebody asks about.
    let verification: Lane<VerificationWork>

    /// Typesetting and signing, and opening signers' keys.
    let papers: Lane<PaperWork>

    /// The token keys of a round that is being frozen.
    let keys: Lane<KeyWork>

    /// Sealing, and the audits before results come out.
    let counting: Lane<CountingWork>

    /// Archives, and documents of rounds that are over.
    let records: Lane<RecordWork>

    /// Taking forms with files apart.
    let uploads: Lane<UploadWork>

    init(cores: Int = System.coreCount) {
        live = Lane(cores: cores)
        gateway = Lane(cores: cores)
        signIns = Lane(cores: cores)
        passwords = Lane(cores: cores)
        verification = Lane(cores: cores)
        papers = Lane(cores: cores)
        keys = Lane(cores: cores)
        counting = Lane(cores: cores)
        records = Lane(cores: cores)
        uploads = Lane(cores: cores)
    }

    private var all: [any AnyLane] {
        [live, gateway, signIns, passwords, verification, papers, keys, counting, records, uploads]
    }

    /// What waits is refused; what is under way is finished, in every lane at once.
    func shutDown() async {
        for lane in all { lane.close() }
        for lane in all { await lane.finish() }
    }
}

extension Lanes: MetricSource {
    var metrics: [Metric] {
        let loads = all.map { ($0.name, $0.load) }
        return [
            Metric(
                "phieukin_lane_jobs", .gauge, "Jobs under way or waiting, by lane.",
                loads.map { Metric.Sample("lane", $0.0, $0.1.jobs) }),
            Metric(
                "phieukin_lane_refused_total", .counter,
                "Jobs refused because their lane was full or too slow, by lane.",
                loads.map { Metric.Sample("lane", $0.0, $0.1.refusals) }),
        ]
    }
}
