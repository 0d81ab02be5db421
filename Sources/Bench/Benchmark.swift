public import Foundation
import SecretBallot

/// Measures what the issue of speed and size asks for, everything beside its limit in the same minute.
public struct Benchmark: Sendable {
    private let scale: Scale
    private let executable: String
    private let folder: URL
    private let say: @Sendable (String) -> Void

    /// - Parameters:
    ///   - executable: the command whose `serve` and `audit` are measured as processes of their own.
    ///   - folder: an empty folder for what the benchmark makes; the caller removes it.
    ///   - say: told what is being done.
    public init(_ scale: Scale, executable: String, folder: URL, say: @escaping @Sendable (String) -> Void) {
        (self.scale, self.executable, self.folder, self.say) = (scale, executable, folder, say)
    }

    /// - Throws: `BenchFault` and others that say why something could not be measured.
    public func run() async throws -> BenchReport {
        let machine = try Machine()
        var results = Results()
        try await measureLoads(&results)
        try await measureProcesses(&results)
        return BenchReport(machine: machine, primitives: results.primitives, figures: results.figures)
    }

    // MARK: - Loads

    private func measureLoads(_ results: inout Results) async throws {
        let load = try await prepare()
        say("conducting a round of the service")
        let data = path("data")
        try await LoopbackService.install(in: data)
        results = try await LoopbackService.run(in: data) { service in
            let relay = try await RelayProcess(executable, in: path("relay"), service: service.port)
            let people = try await LoopbackRound.Staff(of: service)
            let round = try await LoopbackRound(
                on: service, by: people, voters: scale.votersAtOnce * scale.rounds * 2, units: scale.units,
                relay: relay.reference)
            let gateway = try await gateway(of: service, people)
            var results = try await measure(load, ServiceLoad(round: round, port: service.port), gateway, relay)
            // It would send what has been cast.
            relay.stop()
            say("counting, and deciding")
            try await round.certify()
            results.add(decisionSeconds: try await round.manifest.units.mapInTurn(round.decide))
            return results
        }
    }

    /// A round of its own, whose voting has closed: only then relays send.
    private func gateway(of service: LoopbackService, _ people: LoopbackRound.Staff) async throws -> GatewayLoad {
        let key = SigningKey()
        let relay = RelayReference(name: "Bench", url: "http://127.0.0.1:9", key: key.publicKey)
        let round = try await LoopbackRound(
            on: service, by: people, voters: scale.votersAtOnce * scale.rounds, units: scale.units, relay: relay)
        let load = ServiceLoad(round: round, port: service.port)
        var slips: [[[UInt8]]] = []
        for turn in 0..<scale.rounds { slips += try await load.marked(voters(of: turn)).devices.map(\.slips) }
        return GatewayLoad(
            round: round, port: service.port, relay: key, closing: try await round.close(), slips: slips)
    }

    /// Writes both records, and keeps of their round no more than is measured: the service shares this process's memory.
    private func prepare() async throws -> InProcessLoad {
        say("making a round of \(scale.units) units for \(scale.recordVoters * 4) voters")
        let round = try await SyntheticRound(voters: scale.recordVoters * 4, units: scale.units)
        let ballots = try await Array(round.voters.indices).onAllCores { try round.ballot(of: $0) }
        let fewer = Array(ballots.prefix(scale.recordVoters))
        try SyntheticRecord(round, fewer).write(to: path("small.zip"))
        try SyntheticRecord(round, ballots).write(to: path("large.zip"))
        return try InProcessLoad(round, fewer, record: path("small.zip"), seconds: Double(scale.seconds))
    }

    /// All that is compared is measured in turns, so that it is measured under the same conditions.
    private func measure(
        _ load: InProcessLoad, _ service: ServiceLoad, _ gateway: GatewayLoad, _ relay: RelayProcess
    ) async throws -> Results {
        var results = Results()
        let decisions = try await DecisionLoad(seconds: Double(scale.seconds))
        for turn in 0..<scale.rounds {
            say("measuring, \(turn + 1) of \(scale.rounds)")
            results.add(oneCore: try OpenSSLSpeed(cores: 1, seconds: scale.seconds), try load.oneCore())
            results.add(
                allCores: try OpenSSLSpeed(cores: Machine.coreCount, seconds: scale.seconds),
                try await load.allCores())
            results.add(decisions: try await decisions.measure())
            let alone = try await service.measure(voters(of: 2 * turn))
            results.add(gateway: try await gateway.measure(voters(of: turn)))
            let handovers = try await Self.handovers(of: alone.devices)
            results.add(relay: try await relay.measure(handovers, of: service.round.manifest))
            // The last: what the crowd has begun goes on for a while.
            let strangers = Strangers(port: service.port, file: decisions.file)
            let crowded = try await strangers.crowd { try await service.measure(voters(of: 2 * turn + 1)) }
            results.add(service: alone, crowded: crowded)
        }
        return results
    }

    private static func handovers(of devices: [VotingDevice]) async throws -> [Handover] {
        try await devices.onAllCores { device in
            var device = device
            try device.prepareHandover(to: 0, atLeast: 1)
            return try device.handover()
        }
    }

    private func voters(of turn: Int) -> Range<Int> {
        turn * scale.votersAtOnce..<(turn + 1) * scale.votersAtOnce
    }

    // MARK: - Processes

    private func measureProcesses(_ results: inout Results) async throws {
        let audit = AuditProcess(executable: executable)
        let annex = AnnexProcess(executable: executable)
        let idle = IdleService(executable: executable, dataFolder: path("idle"))
        try await LoopbackService.install(in: idle.dataFolder)
        for turn in 0..<scale.rounds {
            say("measuring processes, \(turn + 1) of \(scale.rounds)")
            results.add(
                smallAudit: try await audit.peakMemory(auditing: path("small.zip")),
                largeAudit: try await audit.peakMemory(auditing: path("large.zip")))
            results.add(idle: try await idle.measure())
            results.add(annex: try await annex.measure())
        }
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }
}

extension Array {
    fileprivate func mapInTurn<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
