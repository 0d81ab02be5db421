import Client
import SecretBallot
import TestSupport

@testable import phieukin

/// A committee member with a phone, which has one connection to the service for the evening.
struct Person {
    private enum Act {
        case askForTokens
        case cast(contest: Int)
        case handOver
    }

    let way: Adversary.Way
    private(set) var device: VotingDevice
    private let client: VoterClient
    private var acts: [Act]

    /// - Parameter port: of the service, as this phone sees it.
    init(_ manifest: Manifest, _ code: AccessCode, _ way: Adversary.Way, port: Int, _ random: inout SeededRandom) throws
    {
        self.way = way
        device = try VotingDevice(manifest, code: code)
        client = VoterClient(try Connection(to: ServerAddress("http://127.0.0.1:\(port)")))
        let contests = manifest.contests.indices.shuffled(using: &random).map { Act.cast(contest: $0) }
        acts = [.askForTokens] + (way == .straight ? contests : [.handOver])
    }

    /// How many things are left to be done before voting closes.
    var actCount: Int { acts.count }

    /// Does the next thing.
    /// - Parameter isRepeated: whether the first answer was lost, so that it is done again with the same bytes.
    mutating func act(_ relay: HandoverClient, atLeast: Int, isRepeated: Bool) async throws {
        let act = acts.removeFirst()
        for _ in 0..<(isRepeated ? 2 : 1) {
            switch act {
            case .askForTokens: try await askForTokens()
            case .cast(let contest): _ = try await client.cast(device.slips[contest], in: roundID)
            case .handOver: try await handOver(relay, atLeast: atLeast)
            }
        }
    }

    private var roundID: RoundID { device.manifest.roundID }

    private mutating func askForTokens() async throws {
        let answer = try await client.tokens(device.tokenRequest, in: roundID)
        guard !device.hasTokens else { return }
        try device.finalize(answer)
        try device.mark(device.manifest.contests.map { _ in .first })
    }

    // MARK: - The relay

    /// Hands over: the same bundle each time.
    mutating func handOver(_ relay: HandoverClient, atLeast: Int) async throws {
        if device.passage == nil { try device.prepareHandover(to: 0, atLeast: atLeast) }
        try await relay.handOver(device.handover(), in: roundID)
    }

    /// As a phone does that is looked at again: what the relay has lost is handed over again.
    mutating func lookAgain(_ relay: HandoverClient, atLeast: Int) async throws {
        guard let bundle = device.passage?.bundle else { return }
        guard try await relay.state(of: bundle, in: roundID) == .unknown else { return }
        try await handOver(relay, atLeast: atLeast)
    }

    /// Reads what came back, and does with it what `phieukin vote` does when it is run again.
    mutating func readAnswers(_ relay: HandoverClient) async throws {
        var session = VotingSession(device, client) { _ in }
        // The relay hands out nothing before it has everything.
        while case .sending = try await session.ask(relay) {}
        device = session.device
    }

    // MARK: - Finding

    func find() async throws {
        let seal = try await client.seal(of: device.manifest).seal
        let (boxes, roll) = (
            try await client.boxes(of: device.manifest), try await client.roll(of: device.manifest)
        )
        try await client.found(device.find(in: boxes, roll: roll, of: seal), in: roundID)
    }
}
