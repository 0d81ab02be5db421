import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// What each step that cannot be taken back would cost, as the round stands.
extension RoundDesk {
    /// Whether to go on with a clock that runs behind what was recorded is for people to say: nothing tells which of the
    /// two times is wrong, and a round must not be lost to a clock that was once ahead.
    func clockWarning(after steps: [RoundStep]) -> [StepWarning] {
        let (now, last) = (tools.clock.now, steps.last?.at ?? 0)
        return tools.clock.isBehind(last) ? [.clockBehind(now: now, last: last)] : []
    }

    func warningsBeforeFreezing(after steps: [RoundStep]) async throws -> [StepWarning] {
        let left = try await draftUnits().filter { !$0.failures.isEmpty }.map(\.unit)
        return clockWarning(after: steps) + (left.isEmpty ? [] : [.unitsLeftOut(left)])
    }

    /// Nothing registered goes for what is not, unless somebody means it.
    func warningsBeforeReplacingBoard() async throws -> [StepWarning] {
        let registered = try await boardState().registered
        return registered.isEmpty ? [] : [.boardReplaced(registered)]
    }

    /// What may be better known before a step, and asks for no acknowledgement.
    func notices() async throws -> [StepWarning] {
        guard try await state() == .draft else { return [] }
        switch try await boardState() {
        case .one(let board): return [.boardOfOne(board.members[0].name)]
        case .several(let plan) where CountingBoard.opensByHalves(threshold: plan.threshold, of: plan.seats.count):
            return [.fewOpen(threshold: plan.threshold, members: plan.seats.count)]
        case .none, .several: return []
        }
    }

    func warningsBeforeVoting(_ live: LiveRound, after steps: [RoundStep]) throws -> [StepWarning] {
        let turnout = live.turnout
        let secrecy = SecrecyWarning.beforeVoting(present: turnout.present).map(StepWarning.secrecy)
        let counts = try RoundCounts(
            summoned: turnout.summoned, present: turnout.present, issued: turnout.issued)
        return clockWarning(after: steps) + secrecy
            + (live.manifest.rules.attendance(in: counts).holds
                ? [] : [.noQuorum(present: turnout.present, summoned: turnout.summoned)])
    }

    /// Who has no ballot is known by name.
    func warningsBeforeClosing(_ live: LiveRound, after steps: [RoundStep]) -> [StepWarning] {
        let issued = live.rollCall.issued
        let without = live.manifest.voters.filter {
            live.rollCall.mark(of: $0.id) == .present && !issued.contains(ExactText($0.id))
        }
        return clockWarning(after: steps) + (without.isEmpty ? [] : [.withoutBallot(without)])
    }

    /// Who has not cast all of their ballot is known to nobody, only how many slips there should be; and which relay has
    /// not said yet that what it holds is sent.
    func warningsBeforeSealing(_ live: LiveRound, after steps: [RoundStep]) async throws -> [StepWarning] {
        let (turnout, silent) = (live.turnout, try await silentRelays(of: live.manifest))
        let expected = turnout.issued * live.manifest.contests.count
        return clockWarning(after: steps) + (silent.isEmpty ? [] : [.relaySilent(silent.map(\.name))])
            + (turnout.slips < expected ? [.slipsMissing(expected: expected, collected: turnout.slips)] : [])
    }

    /// A box that voters or relays contradict is better looked into before it is opened.
    func warningsBeforeOpening(after steps: [RoundStep]) async throws -> [StepWarning] {
        clockWarning(after: steps) + (try await countsAgainstCounts())
    }

    /// What contradicts itself and is no fault, since one voter or one relay could cause it.
    private func countsAgainstCounts() async throws -> [StepWarning] {
        let (finders, mix) = (try await findersSoFar(), try await mixCounts())
        let contradiction = finders.contradiction.map { StepWarning.contradiction(finders, $0) }
        let (short, overstated) = (
            mix.warning.map { StepWarning.short(mix, $0) }, mix.overstatement.map { StepWarning.overstated(mix, $0) }
        )
        return [contradiction, short, overstated].compactMap(\.self)
    }

    func warningsBeforeCancelling(after steps: [RoundStep]) -> [StepWarning] {
        let clock = clockWarning(after: steps)
        if held.withLock({ $0.fault }) != nil { return clock + [.boxUnread] }
        guard let turnout = live?.turnout, turnout.issued > 0 else { return clock }
        return clock + [.ballotsDestroyed(issued: turnout.issued, slips: turnout.slips)]
    }

    func warningsBeforeCertifying(
        _ tallies: [ContestTally], of manifest: Manifest, after steps: [RoundStep]
    ) async throws -> [StepWarning] {
        let unanimous: [StepWarning] = SecrecyWarning.unanimousContests(of: tallies).map { contest in
            let (unit, criterion) = contest.quotientAndRemainder(dividingBy: manifest.criteria.count)
            return .unanimous(contest: contest, unit: manifest.units[unit], criterion: manifest.criteria[criterion])
        }
        return clockWarning(after: steps) + unanimous + (try await countsAgainstCounts())
    }

    /// What will have to be acknowledged at the next step.
    /// - Parameter member: who looks; what the count says is not for everybody before it is certified.
    func openWarnings(for member: StaffMember, after steps: [RoundStep]) async throws -> [StepWarning] {
        // Of a round that is kept back no step can be taken, and so none is to be warned of.
        guard held.withLock({ $0.fault }) == nil else { return [] }
        let state = try await state()
        switch state {
        case .draft: return try await warningsBeforeFreezing(after: steps)
        case .issuing:
            guard let live else { return [] }
            return try warningsBeforeVoting(live, after: steps)
        case .voting:
            guard let live else { return [] }
            return warningsBeforeClosing(live, after: steps)
        case .closing:
            guard let live else { return [] }
            return try await warningsBeforeSealing(live, after: steps)
        case .sealed: return Right.open.isGiven(to: member) ? try await warningsBeforeOpening(after: steps) : []
        case .opened: return Right.seeResults.isGiven(to: member) ? try await results().warnings : []
        case .frozen, .certified, .cancelled: return []
        }
    }
}
