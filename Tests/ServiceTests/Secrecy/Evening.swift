import Client
import OpenSSLKit
import SecretBallot
import TestSupport

@testable import Service

/// One evening's ballot as people hold it, with somebody at the service who sees everything: the real service, a real
/// relay beside it, and devices that act at moments of their own, lose their lines and go dark.
struct Evening: Sendable {
    static let voters = 15

    /// How many hand their slips to the relay; the others cast straight.
    let mixed: Int

    /// Whether the relay is killed before voting closes, and again when it has mixed.
    var killsRelay = false

    /// Whether the service answers a third of what the relay sends so that no receipt comes of it, and members then look at
    /// their phones before the box is sealed.
    var garblesAnswers = false

    /// Token keys, PKCS#8, one a contest; those of the vectors, for eight contests, where nil.
    var tokenKeys: [SecretBytes]?
    let seed: UInt64

    struct Outcome: Sendable {
        /// Of the slips that came straight, and of those that came through the relay: by each rule, how many were
        /// guessed rightly.
        let straight, relayed: [Adversary.Rule: Int]
        let contests: Int

        /// Slips whose receipts did not come.
        let unreceipted: Int
    }

    func hold() async throws -> Outcome {
        let place = try RelayPlace()
        return try await PreparedRound.run(
            .voting, voters: Self.voters, time: .present, relays: [place.reference], tokenKeys: tokenKeys
        ) { round in
            try await WireTap.run(before: round.service.port, garblingAnswers: garblesAnswers) { tap in
                let relay = try await RelayProcess(
                    at: place, in: round.service.folder + "/relay", service: tap.port,
                    issuer: round.manifest.issuerName)
                return try await Hall(evening: self, round: round, tap: tap, relay: relay).outcome()
            }
        }
    }
}

/// Where people meet, and what they do there.
private struct Hall {
    let evening: Evening
    let round: TestRound
    let tap: WireTap
    let relay: RelayProcess

    func outcome() async throws -> Evening.Outcome {
        var random = SeededRandom(evening.seed)
        var people = try round.codes.shuffled(using: &random).enumerated().map { number, code in
            try Person(
                round.manifest, code, number < evening.mixed ? .relay : .straight, port: tap.port, &random)
        }
        try await vote(&people, &random)
        try await close(&people, &random)
        // A third of the phones are dark by now.
        for person in people.shuffled(using: &random) where random.below(3) > 0 { try await person.find() }
        return try guessed(people)
    }

    private func line() throws -> HandoverClient {
        try HandoverClient(to: relay.place.reference, beside: ServerAddress("http://127.0.0.1:\(tap.port)"))
    }

    /// Everybody acts in an order of their own, between the acts of others; one answer in eight is lost.
    private func vote(_ people: inout [Person], _ random: inout SeededRandom) async throws {
        let acts = people.indices.flatMap { [Int](repeating: $0, count: people[$0].actCount) }
        let line = try line()
        // A relay to which nobody hands over has to be asked once: it learns of the round by that.
        _ = try await line.voterCount(of: round.roundID)
        for number in acts.shuffled(using: &random) {
            try await people[number].act(line, atLeast: evening.mixed, isRepeated: random.below(8) == 0)
        }
        guard evening.killsRelay else { return }
        try await relay.killAndStart()
        for number in people.indices.shuffled(using: &random) {
            try await people[number].lookAgain(line, atLeast: evening.mixed)
        }
    }

    private func close(_ people: inout [Person], _ random: inout SeededRandom) async throws {
        try await round.secretary.close(round.name)
        if evening.killsRelay {
            try await wait { relay.hasMixed(round.roundID) }
            try await relay.killAndStart()
        }
        try await wait {
            try await round.service.voter.status(of: round.roundID).relays.allSatisfy { $0.voters != nil }
        }
        if evening.garblesAnswers {
            let line = try line()
            for number in people.indices.shuffled(using: &random) where people[number].way == .relay {
                try await people[number].readAnswers(line)
            }
        }
        try await round.secretary.seal(round.name, acknowledging: ["without-ballot", "slips-missing"])
    }

    /// For half a minute at most, which is against hanging alone.
    private func wait(until isSo: () async throws -> Bool) async throws {
        for _ in 0..<3_000 {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw ProcessFault("the relay does not go on")
    }

    private func guessed(_ people: [Person]) throws -> Evening.Outcome {
        let adversary = try Adversary(
            SeenRequest.all(in: tap.seen), round.manifest, gateway: PreparedRound.gateway, cards: round.codes)
        let truth = Dictionary(
            uniqueKeysWithValues: people.flatMap { person in person.device.slips.map { ($0, person.device.voter) } })
        func right(_ way: Adversary.Way) -> [Adversary.Rule: Int] {
            Dictionary(uniqueKeysWithValues: Adversary.Rule.allCases.map { ($0, adversary.right($0, way, truth)) })
        }
        return Evening.Outcome(
            straight: right(.straight), relayed: right(.relay), contests: round.manifest.contests.count,
            unreceipted: people.filter { $0.way == .relay }.reduce(0) { $0 + $1.device.uncast.count })
    }
}
