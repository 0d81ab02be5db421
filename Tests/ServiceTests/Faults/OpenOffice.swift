import Foundation
import Logging
import OpenSSLKit
import Reader
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

@testable import Service

/// The rounds of an installation without a server before them: what steps do to files, nothing else.
struct OpenOffice {
    let office: RoundOffice
    private let tools: RoundTools

    /// Decisions, and whoever reads strangers' files.
    let decisions: DecisionDesk

    /// Opens the installation, runs `body`, and lets go of everything, in order or as a machine that stopped.
    static func run<Value>(
        in folder: String, faults plan: FaultPlan = FaultPlan(), time: TestTime = TestTime(),
        stamps authority: TrialTimestampAuthority? = nil, at address: String? = nil,
        asking ask: @escaping RelayCall.Ask = { _ in 200 }, _ body: (OpenOffice) async throws -> Value
    ) async throws -> Value {
        var configuration = ServiceConfiguration(dataFolder: folder + "/data")
        configuration.readers = try ServeProcess.readers
        configuration.readers.count = 1
        configuration.timestampURL = authority?.url
        configuration.publicAddress = address
        configuration.timestampCertificatesFolder = authority.map { $0.folder + "/trusted" }
        let trusted = folder + "/trusted"
        if FileManager.default.fileExists(atPath: trusted) { configuration.trustedCertificatesFolder = trusted }
        let storage = try FaultyStorage(configuration.storage, plan)
        let lanes = Lanes(cores: 2)
        let outcome: Result<Value, any Error>
        var readers: ReaderPool?
        do {
            let office = try await OpenOffice(configuration, storage, lanes, time, ask)
            readers = office.decisions.readers
            let value = try await body(office)
            if !plan.isDead { try await office.office.shutDown() }
            outcome = .success(value)
        } catch {
            outcome = .failure(error)
        }
        try? await readers?.stop()
        await lanes.shutDown()
        try? storage.close()
        return try outcome.get()
    }

    private init(
        _ configuration: ServiceConfiguration, _ storage: any BallotStorage, _ lanes: Lanes, _ time: TestTime,
        _ ask: @escaping RelayCall.Ask
    ) async throws {
        tools = RoundTools(
            installation: try await Installation.open(configuration, keeping: storage), lanes: lanes,
            clock: ServiceClock { time.now }, logger: Logger(label: "phieukin.test") { _ in SwiftLogNoOpLogHandler() },
            relayCall: RelayCall(ask))
        office = try await RoundOffice(tools)
        decisions = DecisionDesk(
            tools: tools, office: office,
            stamper: configuration.timestampURL.map { [tools] in
                TimestampClient(url: $0, verifier: tools.installation.verifier, clock: tools.clock)
            },
            readers: ReaderPool(configuration.readers, trusting: tools.installation.verifier))
    }

    /// Who has an account.
    var staff: StaffDesk {
        StaffDesk(
            register: tools.register, lanes: tools.lanes, clock: tools.clock, rules: .simple, issuer: "phieukin.test")
    }

    var desk: RoundDesk { get throws { try office.desk(PreparedRound.name) } }

    /// The journal's lines of actions, oldest first: "decision.issue 01-QĐ/ĐU".
    func lines(_ action: String) async throws -> [String] {
        try await tools.register.journal(of: PreparedRound.name, limit: 1_000).reversed()
            .filter { $0.action.hasPrefix(action) }
            .map { "\($0.action) \($0.detail)" }
    }

    func state() async throws -> Stage { try await desk.state() }

    /// What the round's record says by now, checked by the audit that everybody can make.
    func audit(_ stage: AuditStage) async throws -> [AuditFault] {
        Audit.run(try await desk.recordSource(), through: stage).faults
    }
}

/// Slips whose casting was answered.
final class Acknowledged: Sendable {
    private let held: Mutex<Set<[UInt8]>>

    init(_ slips: Set<[UInt8]> = []) { held = Mutex(slips) }

    /// Forgets all but `slips`.
    func begin(with slips: Set<[UInt8]>) { held.withLock { $0 = slips } }

    var slips: Set<[UInt8]> { held.withLock { $0 } }

    func add(_ slip: [UInt8]) { held.withLock { _ = $0.insert(slip) } }
}

/// A round's installation, with what its members hold.
struct LaidRound {
    let round: PreparedRound
    private(set) var devices: [VotingDevice] = []

    /// Lays a round into `folder` that has come to `stage`; where that is voting, all but the absent have tokens, and
    /// their slips are in the box.
    /// - Parameters:
    ///   - kind: of an annulment round, which has one contest a unit, there is one unit.
    ///   - relays: through which slips may come; here all come straight.
    ///   - beforeVotes: runs when the round is laid, and nobody has tokens.
    init(
        in folder: String, _ stage: Stage = .voting, kind: RoundKind = .recognition, voters: Int = 3, absent: Int = 0,
        relays: [RelayReference] = [], beforeVotes: () throws -> Void = {}
    ) async throws {
        round = try await PreparedRound.laid(
            try await TestService.configuration(of: folder), stage, marks: stage == .voting ? [:] : nil,
            at: TestTime().now
        ) {
            try PreparedRound(
                in: $0, voters: voters + absent, draft: TestRound.draft.replacing("kind", with: .string(kind.rawValue)),
                units: kind == .annulment ? TestRound.units(1) : nil, relays: relays)
        }
        try beforeVotes()
        guard stage == .voting else { return }
        devices = try await OpenOffice.run(in: folder) { [round] office in
            let present = round.manifest.voters.prefix(voters)
            try await office.desk.mark(Dictionary(uniqueKeysWithValues: present.map { ($0.id, .present) }))
            var devices: [VotingDevice] = []
            for code in round.codes.prefix(voters) {
                devices.append(try await Self.vote(code, round.manifest, office.desk))
            }
            return devices
        }
    }

    /// Every slip that was acknowledged.
    var slips: Set<[UInt8]> { Set(devices.flatMap(\.slips)) }

    static func vote(
        _ code: AccessCode, _ manifest: Manifest, _ desk: RoundDesk, _ acknowledged: Acknowledged = Acknowledged()
    ) async throws -> VotingDevice {
        let live = try desk.requireLive()
        var device = try VotingDevice(manifest, code: code)
        try device.finalize(try await live.issue(device.tokenRequest))
        try device.mark([Choice](repeating: .first, count: manifest.contests.count))
        for slip in device.slips {
            _ = try await live.cast(slip)
            acknowledged.add(slip)
        }
        return device
    }

    func share(for seal: Seal) throws -> BoardShare {
        try BoardShare(member: 0, share: round.boardKey.scalar, for: seal, signedBy: round.memberKey)
    }
}

extension VotingDevice {
    /// Takes what a live round answers, without a line between.
    mutating func finalize(_ tokens: IssuedTokens) throws {
        try finalize(tokens.responses, issued: tokens.issued)
    }
}

/// Steps as their staff take them, with all that they cost acknowledged.
extension RoundDesk {
    private static let costs: Set<String> = [
        "units-left-out", "few-present", "unanimous", "no-quorum", "without-ballot", "slips-missing",
        "ballots-destroyed", "contradiction", "clock-behind", "box-unread", "relay-silent",
        "overstated",
    ]

    private static let entry = JournalEntry(at: 0, account: "thuky", action: "round.tried")

    /// Freezes the draft, and waits until that has ended, however.
    func freeze(_ office: RoundOffice) async throws {
        let progress = try await beginFreezing(
            acknowledging: Self.costs,
            noting: { JournalEntry(at: 0, account: "thuky", round: PreparedRound.name, action: "round.freeze") },
            onFrozen: { office.remember(self, as: $0) })
        while live == nil, !progress.isFailed { try await Task.sleep(for: .milliseconds(1)) }
    }

    func sign(_ signature: FreezeSignature) async throws {
        try await addFreezeSignature(signature, noting: Self.entry)
    }

    func beginIssuing() async throws { try await beginIssuing(noting: Self.entry) }
    func beginVoting() async throws { try await beginVoting(acknowledging: Self.costs, noting: Self.entry) }
    func close() async throws { try await close(acknowledging: Self.costs, noting: Self.entry) }

    /// Ends the voting where it has not ended, and seals.
    func seal() async throws {
        if try await state() == .voting { try await close() }
        try await seal(acknowledging: Self.costs, noting: Self.entry)
    }
    func open(with share: BoardShare) async throws {
        try await open(with: share, acknowledging: [], noting: Self.entry)
    }
    func certify() async throws { try await certify(acknowledging: Self.costs, noting: Self.entry) }

    func cancel(reason: String) async throws {
        try await cancel(reason: reason, acknowledging: Self.costs, noting: Self.entry)
    }

    func mark(_ marks: [String: AttendanceMark]) async throws { _ = try await mark(marks) { _ in Self.entry } }
}
