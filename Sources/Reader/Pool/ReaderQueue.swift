/// Who has which reader, and who waits for one: the pool's bookkeeping, without threads and clocks.
///
/// One address has a share of the readers and of the places to wait in, so that whoever sends files that take long keeps
/// nobody else out; who has the whole share of readers is passed over until one of them is done.
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

    private struct Waiter {
        let ticket: Int
        let asker: Asker
        let continuation: Continuation
    }

    private let settings: ReaderSettings

    /// Where there is one, nobody waits who may have it.
    private var ready: [ReaderProcess] = []
    private var lent: [(reader: ReaderProcess, asker: Asker)] = []
    private var waiting: [Waiter] = []

    /// How many more there may be, and how many of the others are being started.
    private var vacant: Int
    private var starting = 0
    private var lastTicket = 0
    private(set) var isStopped = false
    private var kept = ReaderCounts()

    init(_ settings: ReaderSettings) { (vacant, self.settings) = (settings.count, settings) }

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

    // MARK: - Asking

    /// A reader that stands ready, for whoever has not their share of them.
    mutating func take(for asker: Asker) throws(ReaderFault) -> ReaderProcess? {
        guard !isStopped else { throw .stopped }
        guard mayRead(asker), let reader = ready.popLast() else { return nil }
        lent.append((reader, asker))
        return reader
    }

    mutating func newTicket() -> Int {
        lastTicket += 1
        return lastTicket
    }

    mutating func wait(_ continuation: Continuation, _ ticket: Int, for asker: Asker) -> Outcome {
        guard !isStopped else { return .stopped }
        if mayRead(asker), let reader = ready.popLast() {
            lent.append((reader, asker))
            return .ready(reader)
        }
        guard mayWait(asker) else {
            kept.refused += 1
            return .full
        }
        waiting.append(Waiter(ticket: ticket, asker: asker, continuation: continuation))
        return .waiting
    }

    /// - Returns: nil for one that waits no longer.
    mutating func leave(_ ticket: Int, isRefused: Bool) -> Continuation? {
        guard let place = waiting.firstIndex(where: { $0.ticket == ticket }) else { return nil }
        if isRefused { kept.refused += 1 }
        return waiting.remove(at: place).continuation
    }

    private func mayRead(_ asker: Asker) -> Bool {
        !asker.isShared || lent.count { $0.asker == asker } < settings.perAddress
    }

    private func mayWait(_ asker: Asker) -> Bool {
        let ofItsKind = waiting.count { ($0.asker == .staff) == (asker == .staff) }
        guard ofItsKind < settings.places else { return false }
        return !asker.isShared || waiting.count { $0.asker == asker } < settings.placesPerAddress
    }

    /// Whose turn it is: the staff's, then whoever came first and has not their share.
    private func next() -> Int? {
        waiting.firstIndex { $0.asker == .staff } ?? waiting.firstIndex { mayRead($0.asker) }
    }

    private mutating func lend(_ reader: ReaderProcess) -> Continuation? {
        guard let place = next() else { return nil }
        let waiter = waiting.remove(at: place)
        lent.append((reader, waiter.asker))
        return waiter.continuation
    }

    // MARK: - Readers that come and go

    /// Its place is vacant again, and its share free.
    /// - Returns: whoever was passed over until now, with the reader that stood ready.
    mutating func isGone(_ reader: ReaderProcess) -> (Continuation, ReaderProcess)? {
        lent.removeAll { $0.reader === reader }
        vacant += 1
        guard let other = ready.last, let continuation = lend(other) else { return nil }
        ready.removeLast()
        return (continuation, other)
    }

    /// How many are to be started now; they count as being started from here on.
    mutating func missing() -> Int {
        guard !isStopped else { return 0 }
        let wanted = settings.startsAhead ? vacant : min(vacant, max(0, eligible - starting))
        vacant -= wanted
        starting += wanted
        return wanted
    }

    /// How many of those who wait may have a reader now.
    private var eligible: Int {
        var had: [Asker: Int] = [:]
        for (_, asker) in lent { had[asker, default: 0] += 1 }
        return waiting.count { waiter in
            had[waiter.asker, default: 0] += 1
            return !waiter.asker.isShared || had[waiter.asker, default: 0] <= settings.perAddress
        }
    }

    mutating func offer(_ reader: ReaderProcess) -> Taker {
        starting -= 1
        guard !isStopped else { return .nobody }
        if let continuation = lend(reader) { return .waiting(continuation) }
        ready.append(reader)
        return .ready
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
        return (waiting.map(\.continuation), ready + lent.map(\.reader))
    }
}
