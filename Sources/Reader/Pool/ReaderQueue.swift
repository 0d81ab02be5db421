/// Who has which reader, and who waits for one: the pool's bookkeeping, without threads and clocks.
struct ReaderQueue {
    typealias Continuation = CheckedContinuation<ReaderProcess, any Error>

    /// What becomes of somebody who would wait.
    enum Outcome {
        case waiting, full, stopped
        case ready(ReaderProcess)
    }

    /// Who takes a reader that has just become ready.
    enum Taker {
        case ready, nobody
        case waiting(Continuation)
    }

    private let places: Int
    private let startsAhead: Bool
    private var ready: [ReaderProcess] = []
    private var lent: [ReaderProcess] = []
    private var waiting: [(ticket: Int, continuation: Continuation)] = []

    /// How many more there may be, and how many of the others are being started.
    private var vacant: Int
    private var starting = 0
    private var lastTicket = 0
    private(set) var isStopped = false
    private var kept = ReaderCounts()

    init(count: Int, places: Int, startsAhead: Bool) {
        (vacant, self.places, self.startsAhead) = (count, places, startsAhead)
    }

    var counts: ReaderCounts {
        get {
            var counts = kept
            (counts.busy, counts.waiting, counts.ready) = (lent.count, waiting.count, ready.count)
            return counts
        }
        set { kept = newValue }
    }

    /// Those that stand ready.
    var standing: [ReaderProcess] { ready }

    /// A reader that stands ready, unless others wait.
    mutating func take() throws(ReaderFault) -> ReaderProcess? {
        guard !isStopped else { throw .stopped }
        guard waiting.isEmpty, let process = ready.popLast() else { return nil }
        lent.append(process)
        return process
    }

    mutating func newTicket() -> Int {
        lastTicket += 1
        return lastTicket
    }

    mutating func wait(_ continuation: Continuation, _ ticket: Int) -> Outcome {
        guard !isStopped else { return .stopped }
        if waiting.isEmpty, let process = ready.popLast() {
            lent.append(process)
            return .ready(process)
        }
        guard waiting.count < places else {
            kept.refused += 1
            return .full
        }
        waiting.append((ticket, continuation))
        return .waiting
    }

    /// - Returns: nil for one that waits no longer.
    mutating func leave(_ ticket: Int, isRefused: Bool) -> Continuation? {
        guard let place = waiting.firstIndex(where: { $0.ticket == ticket }) else { return nil }
        if isRefused { kept.refused += 1 }
        return waiting.remove(at: place).continuation
    }

    mutating func isGone(_ process: ReaderProcess) {
        lent.removeAll { $0 === process }
        vacant += 1
    }

    /// How many are to be started now; they count as being started from here on.
    mutating func missing() -> Int {
        guard !isStopped else { return 0 }
        let wanted = startsAhead ? vacant : min(vacant, max(0, waiting.count - starting))
        vacant -= wanted
        starting += wanted
        return wanted
    }

    mutating func offer(_ process: ReaderProcess) -> Taker {
        starting -= 1
        guard !isStopped else { return .nobody }
        guard !waiting.isEmpty else {
            ready.append(process)
            return .ready
        }
        lent.append(process)
        return .waiting(waiting.removeFirst().continuation)
    }

    /// - Returns: everybody who waits: what failed once fails for each of them.
    mutating func startFailed() -> [Continuation] {
        starting -= 1
        vacant += 1
        defer { waiting = [] }
        return waiting.map(\.continuation)
    }

    /// - Returns: who waits, and every reader there is.
    mutating func stop() -> (waiting: [Continuation], running: [ReaderProcess]) {
        isStopped = true
        defer { (waiting, ready) = ([], []) }
        return (waiting.map(\.continuation), ready + lent)
    }
}
