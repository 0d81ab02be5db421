import Logging
import SecretBallot
import StrictEncoding
import Synchronization
import TestSupport
import Testing

@testable import Relay

/// What strangers and hostile voters may try on a relay.
@Suite struct RelayDeskTests {
    private let world: MixWorld
    private let service: FakeService
    private let storage = MemoryStorage()
    private let clock = TestClock()
    private let desk: RelayDesk

    init() throws {
        world = try MixWorld.shared.get()
        service = FakeService(world.manifest)
        desk = try Self.desk(world, service, storage, clock, key: world.relayKey)
    }

    private static func desk(
        _ world: MixWorld, _ service: FakeService, _ storage: MemoryStorage, _ clock: TestClock, key: SigningKey,
        issuer: String = MixWorld.issuer, memory: Int = 1 << 30,
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) throws -> RelayDesk {
        try RelayDesk(
            RelayTools(
                key: key, storage: storage, service: service, clock: clock,
                generator: SystemRandomNumberGenerator(), issuer: issuer, memory: memory,
                logger: logger))
    }

    private var roundID: RoundID { world.manifest.roundID }

    // MARK: - Rounds

    @Test func adoptsWhatNamesItAndNothingElse() async throws {
        #expect(try await desk.adopt(roundID) != nil)
        #expect(try await desk.adopt(roundID) == nil)
        #expect(try desk.voterCount(of: roundID) == 0)
        let other = try Self.desk(world, service, MemoryStorage(), clock, key: SigningKey())
        await expectRefusal(.unknownRound) { _ = try await other.adopt(roundID) }
        let stranger = try Self.desk(
            world, service, MemoryStorage(), clock, key: world.relayKey, issuer: "other.example")
        await expectRefusal(.unknownRound) { _ = try await stranger.adopt(roundID) }
    }

    @Test func aManifestOfAnotherHashIsRefused() async throws {
        let roundID = try RoundID([UInt8](repeating: 1, count: 32))
        service.state.withLock { $0.manifests[roundID] = world.manifest.bytes }
        await #expect(throws: MalformedInput.self) { _ = try await desk.adopt(roundID) }
        #expect(throws: RelayRefusal.unknownRound) { try desk.voterCount(of: roundID) }
    }

    /// A statement of nobody for a round that is over would contradict the one that was made.
    @Test func aRoundThatIsOverIsNotAdopted() async throws {
        service.end(world)
        await expectRefusal(.unknownRound) { _ = try await desk.adopt(roundID) }
        #expect(try storage.rounds().isEmpty)
    }

    @Test func strangersCannotMakeItAskForEver() async throws {
        let unknown = try RoundID([UInt8](repeating: 2, count: 32))
        for _ in 0..<20 { await expectRefusal(.unknownRound) { _ = try await desk.adopt(unknown) } }
        #expect(service.state.withLock(\.questions) == 1)
        try await clock.sleep(seconds: 11)
        await expectRefusal(.unknownRound) { _ = try await desk.adopt(unknown) }
        #expect(service.state.withLock(\.questions) == 2)
    }

    // MARK: - Handing over

    @Test func checksTheVoterTheServicesWordAndTheSignature() async throws {
        _ = try await desk.adopt(roundID)
        let member = world.member(0)
        let good = try member.handover(atLeast: 2)
        let other = world.member(1)
        let cases: [(RelayRefusal, JSONValue)] = [
            (.voter, good.json.replacing("voter", .string("uv-99"))),
            (.issued, good.json.replacing("voter", .string("uv-1"))),
            (.issued, good.json.replacing("deviceKey", .bytes(other.key.publicKey.bytes))),
            (.issued, good.json.replacing("issued", .bytes(other.issued))),
            (.signature, good.json.replacing("atLeast", .integer(1))),
            (.signature, good.json.replacing("bundle", .bytes(other.bundle.bytes))),
            (.signature, good.json.replacing("signature", .bytes(good.issued))),
            (.signature, try member.handover(atLeast: 2, to: 0).json),
        ]
        for (refusal, json) in cases {
            let handover = try Handover(json.encoded(), of: world.form)
            #expect(throws: refusal) { try desk.take(handover, of: roundID) }
        }
        try desk.take(Handover(good.json.encoded(), of: world.form), of: roundID)
        #expect(try desk.voterCount(of: roundID) == 1)
        #expect(desk.counts.taken == 1 && desk.counts.bytes == member.bundle.bytes.count)
    }

    @Test func bundlesHaveOneForm() throws {
        let good = try world.member(0).handover(atLeast: 2)
        let bytes = good.bundle.bytes
        var count = bytes
        count[33] = 3
        var header = bytes
        header[36] ^= 1
        var lengths = bytes
        lengths[35] ^= 1
        for wrong in [[], bytes.dropLast(), bytes + [0], count, header, lengths] as [[UInt8]] {
            let json = good.json.replacing("bundle", .bytes(wrong)).encoded()
            #expect(throws: MalformedInput.self) { try Handover(json, of: world.form) }
        }
        for atLeast in [0, -1, 65_536] {
            let json = good.json.replacing("atLeast", .integer(atLeast)).encoded()
            #expect(throws: MalformedInput.self) { try Handover(json, of: world.form) }
        }
        #expect(throws: MalformedInput.self) {
            try Handover(good.json.adding("x", .bool(true)).encoded(), of: world.form)
        }
    }

    /// The operator learns that the service broke its word, and of nobody by name.
    @Test func whatTheServiceMustNotDoIsReportedWithoutNames() async throws {
        let log = LogSink()
        let desk = try Self.desk(
            world, service, MemoryStorage(), clock, key: world.relayKey, logger: log.logger)
        let runner = try #require(try await desk.adopt(roundID))
        let (member, stranger) = (world.member(0), try world.member(0, device: 9))
        try desk.take(member.handover(atLeast: 1), of: roundID)
        #expect(desk.counts.contested == 0 && log.lines.isEmpty)
        for _ in 0..<2 { try desk.take(stranger.handover(atLeast: 1), of: roundID) }
        #expect(desk.counts.contested == 1 && log.lines.count == 1)
        #expect(try desk.voterCount(of: roundID) == 1)
        let closing = try world.closing([member])
        service.state.withLock { $0.closing = closing }
        try await runner.run()
        #expect(service.state.withLock { $0.statements.map(\.voters) } == [1])
        #expect(desk.counts.offRoll == 1 && log.lines.count == 2)
        #expect(desk.counts.text.contains("\nphieukin_relay_off_roll 1\n"))
        for line in log.lines {
            #expect(line.contains("error the service's misconduct") && !line.contains(member.voter))
        }
    }

    @Test func memoryIsBoundedOverAllRounds() async throws {
        let size = world.form.byteCount
        let small = try Self.desk(
            world, service, MemoryStorage(), clock, key: world.relayKey, memory: 2 * size + size / 2)
        _ = try await small.adopt(roundID)
        for number in 0..<2 { try small.take(world.member(number).handover(atLeast: 1), of: roundID) }
        #expect(throws: RelayRefusal.full) { try small.take(world.member(2).handover(atLeast: 1), of: roundID) }
        let released = try small.release(world.member(0).bundle.hash, world.member(0).release(), of: roundID)
        #expect(released.count == 64)
        try small.take(world.member(2).handover(atLeast: 1), of: roundID)
    }

    // MARK: - Releasing

    @Test func aReleaseIsSignedAndOutlivesTheRelay() async throws {
        _ = try await desk.adopt(roundID)
        let member = world.member(0)
        try desk.take(member.handover(atLeast: 1), of: roundID)
        let signature = try desk.release(member.bundle.hash, member.release(), of: roundID)
        #expect(
            Release.isValid(signature, for: member.bundle.hash, by: world.relayKey.publicKey, of: world.manifest))
        let again = try Self.desk(world, service, storage, clock, key: world.relayKey)
        for desk in [desk, again] {
            #expect(throws: RelayRefusal.released) { try desk.take(member.handover(atLeast: 1), of: roundID) }
        }
    }

    @Test func onlyTheDeviceItselfIsGivenItsBundleBack() async throws {
        _ = try await desk.adopt(roundID)
        let (member, other) = (world.member(0), world.member(1))
        try desk.take(member.handover(atLeast: 1), of: roundID)
        let hash = member.bundle.hash
        #expect(throws: RelayRefusal.signature) { try desk.release(hash, other.release(), of: roundID) }
        #expect(throws: RelayRefusal.differs) { try desk.release(hash, other.release(signing: hash), of: roundID) }
        #expect(try desk.voterCount(of: roundID) == 1)
    }
}
