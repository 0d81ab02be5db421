import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// The board that a round will have: of one, or of several whose devices make its key.
extension RoundDesk {
    /// Read once, and held: the members' devices ask every other second.
    func boardState() async throws -> DraftBoard {
        let (present, changes) = held.withLock { ($0.board, $0.boardChanges) }
        if let present { return present }
        let bytes = try await document(.board)
        let board = try await tools.lanes.records.run { try DraftBoard(stored: bytes) }
        // What was read while another was being kept is not held.
        held.withLock { if $0.boardChanges == changes { $0.board = board } }
        return board
    }

    /// The board that the manifest will have; nil while its key is missing.
    func draftBoard() async throws -> CountingBoard? { try await boardState().board() }

    func boardPlan() async throws -> BoardPlan? { try await boardState().plan }

    // MARK: - A board of one

    /// Takes the public keys of a board of one, which its member made on a device of their own.
    /// - Throws: `Problem.draftIncomplete` for a board of several, which is planned; `.boardOfSeveral` while one is;
    ///   `.sameKey`, `.alreadyFreezing`, `.wrongState`.
    func setBoard(_ board: CountingBoard, noting entry: JournalEntry) async throws {
        guard board.threshold == 1, board.members.count == 1 else {
            throw Problem(
                .draftIncomplete,
                because: BilingualText(
                    "ban nhiều người thì thư ký lập danh sách, các máy của ban cùng tạo khóa",
                    "a board of several is planned, and makes its key together"))
        }
        try await steps.withLock { [self] in
            _ = try await isDue(.giveBoardKey)
            guard try await boardPlan() == nil else { throw Problem(.boardOfSeveral) }
            try await requireDistinctKeys(board: .one(board))
            try await keep(.one(board), noting: entry)
        }
    }

    // MARK: - A board of several

    /// Plans a board of several, in the place of whatever stood there: invitations and attempts before are void.
    /// - Returns: what each member is given, to be shown once.
    /// - Throws: `Problem.unacknowledgedWarnings` where somebody has registered a key; `.alreadyFreezing`, `.wrongState`.
    func planBoard(_ order: BoardOrder, noting entry: JournalEntry) async throws -> [Invitation] {
        let (plan, invitations) = try BoardPlan.made(order)
        try await steps.withLock { [self] in
            _ = try await isDue(.planBoard)
            try StepWarning.require(try await warningsBeforeReplacingBoard(), acknowledged: order.acknowledged)
            try await keep(.several(plan), noting: entry)
        }
        return invitations
    }

    /// Gives up the plan of a board of several; a board of one may be set again.
    /// - Throws: `Problem.unacknowledgedWarnings` where somebody has registered a key; `.alreadyFreezing`, `.wrongState`.
    func unplanBoard(acknowledging names: Set<String>, noting entry: JournalEntry) async throws {
        try await steps.withLock { [self] in
            _ = try await isDue(.planBoard)
            guard try await boardPlan() != nil else { return }
            try StepWarning.require(try await warningsBeforeReplacingBoard(), acknowledged: names)
            try await keep(.none, noting: entry)
        }
    }

    /// Makes another code for a member's seat; the one before is void, and nothing else changes.
    /// - Throws: `Problem.notFound` where there is no such seat, `.alreadyFreezing`, `.wrongState`.
    func renewInvitation(
        of place: Int, noting entry: @escaping @Sendable (BoardPlan) -> JournalEntry
    ) async throws -> Invitation {
        let code = try InvitationCode.random()
        let plan = try await changePlan(.renewInvitation, noting: entry) { plan in
            guard plan.seats.indices.contains(place) else { throw Problem(.notFound) }
            plan.seats[place].codeDigest = code.digest
        }
        return Invitation(place: place, name: plan.seats[place].name, code: code)
    }

    /// Changes the plan, and keeps it before anybody is told. What changes nothing is a success, and not noted.
    /// - Parameters:
    ///   - right: in whose states of the round this is done.
    ///   - entry: what the journal keeps of the changed plan.
    /// - Returns: the plan as it stands then.
    /// - Throws: `Problem.notFound` where none of several is planned, `.alreadyFreezing`, `.wrongState`; what `change`
    ///   throws.
    @discardableResult
    func changePlan(
        _ right: Right, noting entry: @escaping @Sendable (BoardPlan) -> JournalEntry,
        _ change: @escaping @Sendable (inout BoardPlan) throws -> Void
    ) async throws -> BoardPlan {
        try await steps.withLock { [self] in
            let isDue = try await isDue(right)
            guard let plan = try await boardPlan() else { throw Problem(.notFound) }
            guard isDue else { return plan }
            let changed = try await tools.lanes.records.run {
                var changed = plan
                try change(&changed)
                return changed.stored.encoded() == plan.stored.encoded() ? nil : changed
            }
            guard let changed else { return plan }
            try await keep(.several(changed), while: right.row.due, noting: entry(changed))
            return changed
        }
    }

    /// To be called while the steps are locked.
    private func keep(
        _ board: DraftBoard, while states: Set<RoundState>? = [.draft], noting entry: JournalEntry
    ) async throws {
        if try await state() == .draft, let freezing, !freezing.isFailed { throw Problem(.alreadyFreezing) }
        forgetBoard()
        try await tools.register.noting(entry).store(
            board.stored, as: RoundDocument.board.rawValue, of: name, .replaceable, while: states?.names)
        forgetBoard()
    }

    /// What is being kept, or may have been kept though the register failed, is read anew.
    private func forgetBoard() {
        held.withLock { held in
            held.board = nil
            held.boardChanges += 1
        }
    }
}
