import SecretBallot
import Synchronization
import TestRounds

@testable import Relay

/// The end of a process, as far as what runs in it can tell.
typealias Killed = CancellationError

/// Where a run is killed: at which of its steps to the outside, before or after that has taken effect.
final class Killing: Sendable {
    struct Point: Sendable, Hashable {
        let step: Int
        let isAfter: Bool
    }

    private let point: Point?
    private let count = Mutex(0)

    init(at point: Point? = nil) { self.point = point }

    /// How many steps were taken.
    var steps: Int { count.withLock { $0 } }

    func step<Value>(_ body: () throws -> Value) throws -> Value {
        let number = count.withLock { count in
            defer { count += 1 }
            return count
        }
        if let point, number > point.step { throw Killed() }
        if point == Point(step: number, isAfter: false) { throw Killed() }
        let value = try body()
        if point == Point(step: number, isAfter: true) { throw Killed() }
        return value
    }
}

/// A service that keeps all that it was sent.
final class FakeService: ServiceLine {
    struct State: Sendable {
        var manifests: [RoundID: [UInt8]] = [:]
        var closing: (closing: [UInt8], roll: [UInt8])?

        /// Nil: as far as there is a closing.
        var stage: ServiceStage?

        /// What it shows where it says that the round is over.
        var ending: ServiceEnding?
        var isForgotten = false

        /// Takes its time to say what a round is.
        var isSlow = false
        var refusesStatements = false
        var sent: [[UInt8]] = []
        var passes: [GatewayPass] = []
        var statements: [RelayStatement] = []
        var questions = 0

        /// What the gateway answers next, before it answers as it should.
        var faults: [Fault] = []
    }

    /// What a service may show that proves nothing.
    enum Ending: CaseIterable, Sendable {
        case nothing, sealOfAnotherKey, cancellationByAnotherKey, cancellationOfAnotherRound, noDocument
    }

    /// Says that the round is over, and shows what proves it.
    func end(_ world: MixWorld, bySeal: Bool = false) {
        let ending: ServiceEnding?
        if bySeal {
            ending = SmallTerms.log.flatMap { try? .seal(Self.seal(of: world.manifest, signedBy: $0)) }
        } else {
            ending = try? .cancellation(Self.cancellation(of: world.manifest.roundID, signedBy: world.receiptKey))
        }
        state.withLock { ($0.stage, $0.ending) = (.over, ending) }
    }

    /// Says that the round is over, and does not prove it.
    func end(_ world: MixWorld, by kind: Ending) {
        let (manifest, roundID) = (world.manifest, world.manifest.roundID)
        let ending: ServiceEnding? =
            switch kind {
            case .nothing: nil
            case .sealOfAnotherKey:
                NoteSigner(name: MixWorld.issuer, seed: [UInt8](repeating: 8, count: 32))
                    .flatMap { try? .seal(Self.seal(of: manifest, signedBy: $0)) }
            case .cancellationByAnotherKey: try? .cancellation(Self.cancellation(of: roundID, signedBy: SigningKey()))
            case .cancellationOfAnotherRound:
                try? .cancellation(
                    Self.cancellation(of: RoundID([UInt8](repeating: 1, count: 32)), signedBy: world.receiptKey))
            case .noDocument: .seal([])
            }
        state.withLock { ($0.stage, $0.ending) = (.over, ending) }
    }

    private static func seal(of manifest: Manifest, signedBy log: NoteSigner) throws -> [UInt8] {
        let hash = Hash.digest([])
        let times = Seal.Times(stepsHash: hash, closingHash: hash, sealedAt: 1_795_000_000)
        let parts = Seal.Parts(boxRoot: hash, attendanceHash: hash, rollHash: hash, times: times)
        return try SealDocument(Seal(parts, of: manifest), of: manifest, sealedAt: times.sealedAt, signedBy: log).bytes
    }

    private static func cancellation(of roundID: RoundID, signedBy key: SigningKey) throws -> [UInt8] {
        let cancellation = Cancellation(cancelledAt: 1_795_000_000, reason: "Nhầm danh sách", of: roundID)
        return try CancellationDocument(cancellation, signedBy: key).bytes
    }

    enum Fault: Sendable {
        case silence
        case answer([UInt8])
    }

    let state: Mutex<State>
    private let killing: Mutex<Killing>

    init(_ manifest: Manifest) {
        state = Mutex(State(manifests: [manifest.roundID: manifest.bytes]))
        killing = Mutex(Killing())
    }

    func kill(at killing: Killing) { self.killing.withLock { $0 = killing } }
    private var steps: Killing { killing.withLock { $0 } }

    /// What a message is answered with: it tells which it was.
    static func answer(to message: [UInt8]) -> [UInt8] {
        Array((0..<34).map { Hash.digest(message + [$0]) }.joined().prefix(SlipAnswer.messageByteCount))
    }

    func manifest(of roundID: RoundID) async throws -> [UInt8] {
        if state.withLock(\.isSlow) { try await Task.sleep(for: .milliseconds(100)) }
        return try state.withLock { state in
            state.questions += 1
            guard let manifest = state.manifests[roundID] else { throw RelayRefusal.unknownRound }
            return manifest
        }
    }

    func stage(of roundID: RoundID) async throws -> ServiceStage {
        try state.withLock { state in
            if state.isForgotten { throw RelayRefusal.unknownRound }
            return state.stage ?? (state.closing == nil ? .open : .closing)
        }
    }

    func closing(of roundID: RoundID) async throws -> (closing: [UInt8], roll: [UInt8])? {
        try steps.step { state.withLock(\.closing) }
    }

    func ending(of roundID: RoundID) async throws -> ServiceEnding? { state.withLock(\.ending) }

    func send(_ messages: [UInt8], _ pass: GatewayPass, of roundID: RoundID) async throws -> [UInt8] {
        let fault = state.withLock { $0.faults.isEmpty ? nil : $0.faults.removeFirst() }
        return try steps.step {
            state.withLock { state in
                state.sent.append(messages)
                state.passes.append(pass)
            }
            switch fault {
            case .silence: throw RelayRefusal.busy
            case .answer(let answer): return answer
            case nil:
                return MessageList.encoded(try MessageList.parse(messages, as: "sent").map(Self.answer))
            }
        }
    }

    func post(_ statement: RelayStatement, of roundID: RoundID) async throws {
        try steps.step {
            try state.withLock { state in
                if state.refusesStatements { throw RelayRefusal.busy }
                state.statements.append(statement)
            }
        }
    }
}

/// A disk that outlives the relays that write to it.
final class MemoryStorage: RelayStorage {
    struct Kept: Sendable {
        let manifest: Manifest
        var released: Set<[UInt8]> = []
        var held = 0
        var order: MixedOrder?
        var isFinished = false
        var endedAt: Int?
        var missingSince: Int?
    }

    let kept = Mutex<[RoundID: Kept]>([:])
    private let killing = Mutex(Killing())

    func kill(at killing: Killing) { self.killing.withLock { $0 = killing } }
    private var steps: Killing { killing.withLock { $0 } }

    func rounds() throws -> [KeptRound] {
        kept.withLock {
            $0.values.map {
                KeptRound(
                    manifest: $0.manifest, released: $0.released, held: $0.held, order: $0.order,
                    isFinished: $0.isFinished, endedAt: $0.endedAt, missingSince: $0.missingSince)
            }
        }
    }

    func adopt(_ manifest: Manifest) throws {
        kept.withLock { $0[manifest.roundID] = Kept(manifest: manifest) }
    }

    func keep(release mark: [UInt8], of roundID: RoundID) throws {
        kept.withLock { _ = $0[roundID]?.released.insert(mark) }
    }

    func keep(held count: Int, of roundID: RoundID) throws { kept.withLock { $0[roundID]?.held = count } }

    func keep(_ order: MixedOrder, of roundID: RoundID) throws {
        try steps.step {
            try kept.withLock { kept in
                guard kept[roundID]?.order == nil || kept[roundID]?.order == order else {
                    throw FileFault(description: "mixed already")
                }
                kept[roundID]?.order = order
            }
        }
    }

    func finish(_ roundID: RoundID) throws {
        try steps.step { kept.withLock { $0[roundID]?.isFinished = true } }
    }

    func end(_ roundID: RoundID, at time: Int) throws {
        try steps.step { kept.withLock { $0[roundID]?.endedAt = time } }
    }

    func keep(missingSince time: Int?, of roundID: RoundID) throws {
        kept.withLock { $0[roundID]?.missingSince = time }
    }

    func forget(_ roundID: RoundID) throws { try steps.step { kept.withLock { $0[roundID] = nil } } }
}

/// Time that passes by being slept through.
final class TestClock: RelayClock {
    private let time = Mutex(1_795_000_000.0)

    /// What happens when so many seconds have passed.
    private let events = Mutex<[(at: Double, action: @Sendable () -> Void)]>([])

    var now: Int { Int(time.withLock { $0 }) }

    func after(_ seconds: Double, _ action: @escaping @Sendable () -> Void) {
        let start = time.withLock { $0 }
        events.withLock { $0.append((start + seconds, action)) }
    }

    /// What happens meanwhile happens at its time, and may cancel whoever sleeps.
    func sleep(seconds: Double) async throws {
        try Task.checkCancellation()
        let end = time.withLock { $0 + seconds }
        while let event = nextEvent(until: end) {
            time.withLock { $0 = max($0, event.at) }
            event.action()
            try Task.checkCancellation()
        }
        time.withLock { $0 = max($0, end) }
    }

    private func nextEvent(until end: Double) -> (at: Double, action: @Sendable () -> Void)? {
        events.withLock { events in
            let due = events.indices.filter { events[$0].at <= end }
            return due.min { events[$0].at < events[$1].at }.map { events.remove(at: $0) }
        }
    }
}
