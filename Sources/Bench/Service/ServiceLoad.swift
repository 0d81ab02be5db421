import Client
import NIOCore
import SecretBallot
import StrictEncoding

/// What a group of voters asks of the service, measured: their tokens, then their slips.
struct ServiceLoad: Sendable {
    private static let tokenConnections = 8

    /// As many slips at once as a middling committee's 64 phones have under way, three each: those that come together
    /// share a sync of the disk.
    private static let slipConnections = 192

    /// One receipt in so many is checked.
    private static let sample = 20

    /// What was measured of some voters' turn.
    struct Outcome {
        /// Tokens issued and slips receipted, a second.
        let tokens, slips: Double

        /// Processor seconds a slip: of the service, and of the load generator beside it.
        let slipTime, generatorTime: Double

        /// Of these voters, with their slips.
        let devices: [VotingDevice]
    }

    let round: LoopbackRound
    let port: Int

    private var path: String { "/api/v1/rounds/\(round.manifest.roundID)" }

    /// Measures and checks the turn of some voters.
    /// - Throws: `BenchFault` if anything was not answered as it must be.
    func measure(_ voters: Range<Int>) async throws -> Outcome {
        let (devices, tokens) = try await marked(voters)
        let load = try await cast(devices.flatMap(\.slips).shuffled())
        return Outcome(
            tokens: tokens, slips: load.rate, slipTime: load.serviceTime, generatorTime: load.ownTime,
            devices: devices)
    }

    /// The devices of some voters, with their slips, and how many tokens a second they were issued.
    /// - Throws: as `measure(_:)`.
    func marked(_ voters: Range<Int>) async throws -> (devices: [VotingDevice], tokens: Double) {
        let manifest = round.manifest
        let codes = round.voters[voters].map(\.code)
        let devices = try await codes.onAllCores { try VotingDevice(manifest, code: $0) }
        let (responses, tokens) = try await issue(devices)
        let marked = try await Array(zip(devices, responses)).onAllCores { device, response in
            var device = device
            try device.finalize(Self.tokens(in: response))
            try device.mark([Choice](repeating: .first, count: manifest.contests.count))
            return device
        }
        return (marked, tokens)
    }

    private func issue(_ devices: [VotingDevice]) async throws -> (responses: [ByteBuffer], rate: Double) {
        let requests = devices.map { HTTPRequest.post("\(path)/tokens", $0.tokenRequest.json, port: port) }
        let load = try await LoadGenerator(port: port, connections: Self.tokenConnections).send(requests)
        return (load.bodies, load.rate * Double(round.manifest.contests.count))
    }

    private func cast(_ slips: [[UInt8]]) async throws -> LoadGenerator.Outcome {
        let requests = slips.map { HTTPRequest.post("\(path)/slips", ["slip": .bytes($0)], port: port) }
        let before = try await round.slipCount
        let load = try await LoadGenerator(port: port, connections: Self.slipConnections).send(requests)
        guard try await round.slipCount == before + slips.count else { throw BenchFault("slips were lost") }
        for number in stride(from: 0, to: slips.count, by: Self.sample) {
            guard Receipt.isValid(try Self.receipt(in: load.bodies[number]), for: slips[number], of: round.manifest)
            else {
                throw BenchFault("a receipt that is not the service's")
            }
        }
        return load
    }

    private static func tokens(in response: ByteBuffer) throws -> TokenAnswer {
        try TokenAnswer(
            reading: JSONReader(parsing: Array(response.readableBytesView), as: "tokens", limit: 1 << 20))
    }

    private static func receipt(in response: ByteBuffer) throws -> [UInt8] {
        let answer = try JSONReader(parsing: Array(response.readableBytesView), as: "receipt", limit: 1 << 12)
        return try answer.object(["receipt"]).member("receipt").bytes()
    }
}
