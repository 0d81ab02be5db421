extension GroupWriter {
    enum Phase: Sendable {
        case accepting
        case closed
        /// The files are let go of.
        case ended
    }

    /// What became of a row.
    enum Placement: Sendable {
        case written
        /// The key has this value already.
        case taken([UInt8])
    }

    /// One caller, whose rows are written together.
    struct Waiting: Sendable {
        let rows: [SpoolRow]
        let continuation: CheckedContinuation<[Placement], any Error>
    }

    /// The rows that wait for the next group.
    struct Backlog {
        /// The most rows of a group of several callers: what fails together is tried again together.
        static let limit = 128

        enum Admission {
            case refused
            case queued
            /// Nobody is writing: the writer must be called.
            case first
        }

        /// What is to be done after a group.
        enum Next {
            case group
            case idle([CheckedContinuation<Void, Never>])
        }

        var counts: SpoolCounts
        private(set) var phase = Phase.accepting
        private var waiting: [Waiting] = []
        private var finishers: [CheckedContinuation<Void, Never>] = []
        private var isWriting = false

        init(counts: SpoolCounts) { self.counts = counts }

        mutating func add(_ caller: Waiting) -> Admission {
            guard phase == .accepting else { return .refused }
            waiting.append(caller)
            guard !isWriting else { return .queued }
            isWriting = true
            return .first
        }

        /// Those who have waited longest, as many as the limit lets, and one in any case.
        mutating func take() -> [Waiting] {
            var (count, rows) = (0, 0)
            while count < waiting.count, count == 0 || rows + waiting[count].rows.count <= Self.limit {
                rows += waiting[count].rows.count
                count += 1
            }
            defer { waiting.removeFirst(count) }
            return Array(waiting.prefix(count))
        }

        mutating func next() -> Next {
            isWriting = !waiting.isEmpty
            guard !isWriting else { return .group }
            defer { finishers = [] }
            return .idle(finishers)
        }

        mutating func reopen() {
            if phase == .closed { phase = .accepting }
        }

        /// - Returns: whether all is written; otherwise `finisher` is resumed when it is.
        mutating func finish(_ phase: Phase, _ finisher: CheckedContinuation<Void, Never>) -> Bool {
            if self.phase != .ended { self.phase = phase }
            if isWriting { finishers.append(finisher) }
            return !isWriting
        }

        mutating func note(_ group: [Waiting], _ placements: [[Placement]]) {
            counts.commits += 1
            for (row, placement) in zip(group.flatMap(\.rows), placements.joined()) {
                guard case .written = placement else { continue }
                switch row.table {
                case .slips: counts.slips += 1
                case .issuances: counts.issued += 1
                case .tokenKeys: break
                }
            }
        }
    }
}
