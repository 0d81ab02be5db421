import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// What of a trial round is done, read from the round itself.
struct TrialProgress {
    let round: JSONValue

    private let name: String
    private let roundID: RoundID?
    private let state: RoundState
    private let done: Set<TrialStep>

    /// Of the first decision that stands.
    private let decision: [UInt8]?

    init(of desk: RoundDesk, decisions: DecisionDesk, member: StaffMember) async throws {
        let (entry, state) = (try await desk.entry(), try await desk.state())
        let issued = try await decisions.register.decisions(DecisionFilter(round: desk.name))
        let hasIdentity = try await decisions.register.signerCertificates()[member.name] != nil
        var done = try await Self.meeting(desk, state)
        if hasIdentity { done.insert(.identity) }
        if issued.contains(where: { $0.kind == .recognition }) { done.insert(.signing) }
        if issued.contains(where: { $0.kind == .annulment }) { done.insert(.annulling) }
        (name, roundID, self.state, self.done) = (desk.name, try entry.roundID.map { try RoundID($0) }, state, done)
        decision = issued.first { $0.kind == .recognition }?.digest
        round = RoundDesk.summary(of: entry)
            .adding("voters", .array(try await Self.voters(desk)))
            .adding("turnout", try await desk.turnout()?.json ?? .null)
            .adding("decision", decision.map(JSONValue.bytes) ?? .null)
    }

    private static func meeting(_ desk: RoundDesk, _ state: RoundState) async throws -> Set<TrialStep> {
        var done = Set(reached.filter { $0.states.contains(state) }.flatMap(\.steps))
        if try await desk.draftVoters()?.withoutKey == 0 { done.insert(.codes) }
        if try await desk.draftBoard() != nil { done.insert(.board) }
        if try await !desk.boardDocument().freeze.isEmpty { done.insert(.signature) }
        let marks = try await desk.tools.register.attendance(of: desk.name)
        let voters = try await desk.draftVoters()?.entries ?? []
        if voters.allSatisfy({ marks[$0.id, default: .absent] != .absent }) { done.insert(.presence) }
        if let live = desk.live, live.turnout.present > 0,
            live.turnout.slips == live.turnout.present * live.manifest.contests.count
        {
            done.insert(.phones)
        }
        return done
    }

    /// What must have been done for a round to stand where it stands.
    private static let reached: [(states: Set<RoundState>, steps: [TrialStep])] = [
        ([.frozen, .issuing, .voting, .closing, .sealed, .opened, .certified], [.codes, .board, .freeze]),
        ([.issuing, .voting, .closing, .sealed, .opened, .certified], [.signature, .issuing]),
        ([.voting, .closing, .sealed, .opened, .certified], [.presence, .voting]),
        ([.closing, .sealed, .opened, .certified], [.closing]),
        ([.sealed, .opened, .certified], [.phones, .seal]),
        ([.opened, .certified], [.opening]), ([.certified], [.certifying]),
    ]

    private static func voters(_ desk: RoundDesk) async throws -> [JSONValue] {
        let marks = try await desk.tools.register.attendance(of: desk.name)
        let issued = try await desk.issuedVoters()
        return try await desk.draftVoters()?.entries.map { entry in
            [
                "id": .string(entry.id), "name": .string(entry.name), "position": .string(entry.position ?? ""),
                "hasKey": .bool(entry.credentialKey != nil),
                "mark": .string((marks[entry.id] ?? .absent).rawValue),
                "isIssued": .bool(issued.contains(ExactText(entry.id))),
            ]
        } ?? []
    }

    func isDone(_ step: TrialStep) -> Bool { done.contains(step) }

    /// Whether the round stands where the step is taken.
    func isOpen(_ step: TrialStep) -> Bool {
        switch step {
        case .codes: state == .draft
        case .board: state == .draft && isDone(.codes)
        case .freeze: state == .draft && isDone(.board)
        case .signature: state == .frozen
        case .issuing: state == .frozen && isDone(.signature)
        case .presence: state == .issuing || state == .voting
        case .voting: state == .issuing
        case .phones: state.isTaking
        case .closing: state == .voting
        case .seal: state == .closing
        case .opening: state == .sealed
        case .certifying: state == .opened
        case .screen, .identity, .signing, .verifying, .annulling, .record: address(of: step) != nil
        }
    }

    /// Where a step is done; nil where that is here, or not possible yet.
    func address(of step: TrialStep) -> String? {
        switch step {
        case .codes, .phones, .identity: nil
        case .board, .signature, .opening: "/desk/rounds/\(name)/board"
        case .freeze, .issuing, .voting, .closing, .seal, .certifying: "/desk/rounds/\(name)"
        case .presence: roundID.map { _ in "/desk/rounds/\(name)/presence" }
        case .screen: roundID.map { "/rounds/\($0)/screen" }
        case .signing: state == .certified ? "/desk/rounds/\(name)/decisions" : nil
        case .verifying: decision == nil ? nil : "/verify"
        case .annulling: decision == nil ? nil : "/desk/rounds/\(name)/decisions#issued"
        case .record: state == .certified ? roundID.map { "/api/v1/rounds/\($0)/record" } : nil
        }
    }
}
