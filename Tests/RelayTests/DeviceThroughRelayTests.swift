import Logging
import SecretBallot
import StrictEncoding
import Synchronization
import Testing

@testable import Relay

/// Voters' devices before a relay and a service with a gateway: from the hand to the receipt.
@Suite struct DeviceThroughRelayTests {
    private let world: DeviceWorld
    private let service: GatewayService
    private let clock = ShortClock()
    private let storage = MemoryStorage()

    init() throws {
        world = try DeviceWorld.shared.get()
        service = try world.service()
    }

    private var roundID: RoundID { world.manifest.roundID }

    private func desk() throws -> RelayDesk {
        try RelayDesk(
            RelayTools(
                key: world.relayKey, storage: storage, service: service, clock: clock,
                generator: SystemRandomNumberGenerator(), issuer: DeviceWorld.issuer, memory: 1 << 30,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
    }

    private func hash(_ device: VotingDevice) throws -> [UInt8] { try #require(device.passage).bundle.hash }

    private func slips(_ devices: [VotingDevice]) -> Set<[UInt8]> { Set(devices.flatMap(\.slips)) }

    /// The runner up to where it has nothing left to do but to wait.
    private func carry(_ runner: RoundRunner, until holds: @Sendable @escaping () throws -> Bool) async throws {
        let task = Task { try await runner.run() }
        defer { task.cancel() }
        while try !holds() { await Task.yield() }
    }

    @Test func everySlipComesToTheBoxAndEveryReceiptToItsDevice() async throws {
        let desk = try desk()
        let runner = try #require(try await desk.adopt(roundID))
        var devices = try (0..<3).map { try world.device($0, atLeast: 3) }
        for place in devices.indices {
            try desk.take(devices[place].handover(), of: roundID)
            try devices[place].note(.taken)
        }
        let round = try await mixed(devices, runner, desk)
        #expect(round == 3)
        for place in devices.indices {
            guard case .answers(let answers, let voters) = try desk.answer(for: hash(devices[place]), of: roundID)
            else {
                throw MalformedInput(.wrongValue, at: "answer")
            }
            try devices[place].take(answers: answers, voters: voters)
            #expect(devices[place].uncast.isEmpty && devices[place].passage?.voters == 3)
        }
        #expect(service.state.withLock { Set($0.slips) } == slips(devices))
    }

    @Test func whoAcceptsASmallerMixIsAmongThoseMixed() async throws {
        let desk = try desk()
        let runner = try #require(try await desk.adopt(roundID))
        var devices = [try world.device(0, atLeast: 1), try world.device(1, atLeast: 3)]
        for device in devices { try desk.take(device.handover(), of: roundID) }
        try devices[1].accept(mixOf: 2)
        try desk.take(devices[1].handover(), of: roundID)
        #expect(try await mixed(devices, runner, desk) == 2)
        #expect(service.state.withLock { Set($0.slips) } == slips(devices))
    }

    @Test func whatTheRelayReleasedItNeverSends() async throws {
        let desk = try desk()
        let runner = try #require(try await desk.adopt(roundID))
        var devices = [try world.device(0, atLeast: 1), try world.device(1, atLeast: 1)]
        for device in devices { try desk.take(device.handover(), of: roundID) }
        let request = try ReleaseRequest(try devices[1].releaseRequest().encoded())
        try devices[1].take(release: desk.release(hash(devices[1]), request, of: roundID))
        #expect(devices[1].passage?.state == .released)
        #expect(try await mixed(devices, runner, desk) == 1)
        #expect(service.state.withLock { Set($0.slips) } == slips([devices[0]]))
    }

    /// - Returns: of how many the relay says that it mixed.
    private func mixed(_ devices: [VotingDevice], _ runner: RoundRunner, _ desk: RelayDesk) async throws -> Int? {
        try service.close(over: devices)
        let (service, roundID) = (service, roundID)
        try await carry(runner) {
            guard service.state.withLock({ !$0.statements.isEmpty }) else { return false }
            return desk.look(roundID) { $0.phase == .answered }
        }
        return service.state.withLock { $0.statements.first?.voters }
    }
}
