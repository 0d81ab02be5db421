import NIOCore

/// How long one connection has taken for what it does, by a clock that is given: without sockets, without threads.
struct ConnectionClock {
    enum Verdict: Equatable {
        case inTime

        /// The request takes too long: say so, then close.
        case tooSlow

        /// Nobody is there to be told anything.
        case close
    }

    private enum Reading {
        case nothing
        case head(since: NIODeadline)
        case body(since: NIODeadline, bytes: Int, Pace)
    }

    private struct AnswerUnderWay {
        let since: NIODeadline
        let isStream: Bool
        var bytes = 0
    }

    private let limits: ConnectionLimits
    private var reading = Reading.nothing
    private var answer: AnswerUnderWay?
    private var lastDone: NIODeadline
    private var blockedSince: NIODeadline?

    /// Requests that are not wholly answered.
    private(set) var due = 0

    /// Whether the connection ends with what was written.
    private var isEnding = false

    init(_ limits: ConnectionLimits, at now: NIODeadline) { (self.limits, lastDone) = (limits, now) }

    var isIdle: Bool {
        if case .nothing = reading { return due == 0 }
        return false
    }

    /// From when on the connection may be let go for another's sake: at once where it does nothing; later where it is
    /// its client that is awaited. Nil while it is the service's turn.
    var mayGo: NIODeadline? {
        if isEnding { return lastDone + limits.grace }
        if let blockedSince { return blockedSince + limits.grace }
        switch reading {
        case .nothing: return due == 0 ? lastDone : nil
        case .head(let since): return due == 0 ? since + limits.grace : nil
        case .body(_, _, let pace): return due <= 1 ? pace.mayGo : nil
        }
    }

    /// Whether a request is only half here.
    var isReading: Bool {
        if case .nothing = reading { return false }
        return due <= 1
    }

    /// Whether an answer could still be begun to what is being read.
    var isUnanswered: Bool { answer == nil && due <= 1 }

    // MARK: - What comes

    mutating func bytesCame(at now: NIODeadline) {
        if case .nothing = reading { reading = .head(since: now) }
    }

    mutating func headCame(at now: NIODeadline) {
        reading = .body(since: now, bytes: 0, Pace(limits, from: now))
        due += 1
    }

    mutating func bodyCame(_ count: Int, at now: NIODeadline) {
        guard case .body(let since, let bytes, var pace) = reading else { return }
        pace.came(count, at: now)
        reading = .body(since: since, bytes: bytes + count, pace)
    }

    mutating func requestEnded(at now: NIODeadline) {
        reading = .nothing
        lastDone = now
    }

    // MARK: - What goes

    mutating func answerBegan(isStream: Bool, at now: NIODeadline) {
        answer = AnswerUnderWay(since: now, isStream: isStream)
    }

    mutating func answerWent(_ count: Int) { answer?.bytes += count }

    /// - Parameter isLast: nothing more will be answered.
    mutating func answerEnded(isLast: Bool, at now: NIODeadline) {
        answer = nil
        due = max(0, due - 1)
        lastDone = now
        isEnding = isEnding || isLast
    }

    mutating func became(isWritable: Bool, at now: NIODeadline) { blockedSince = isWritable ? nil : now }

    // MARK: - Judging

    func verdict(at now: NIODeadline) -> Verdict {
        if isEnding { return now >= lastDone + limits.lingering ? .close : .inTime }
        if isUnread(at: now) { return .close }
        switch reading {
        case .nothing:
            return due == 0 && now >= lastDone + limits.idle ? .close : .inTime
        case .head(let since):
            return due == 0 && now >= since + limits.head ? .tooSlow : .inTime
        case .body(let since, let bytes, _):
            return body(since, bytes, at: now)
        }
    }

    private func isUnread(at now: NIODeadline) -> Bool {
        guard let blockedSince else { return false }
        if now >= blockedSince + limits.standstill { return true }
        // A stream of events takes as long as the round does; all else is to be fetched at a pace.
        guard let answer, !answer.isStream else { return false }
        return now >= answer.since + limits.allowance(limits.answer, bytes: answer.bytes)
    }

    private func body(_ since: NIODeadline, _ bytes: Int, at now: NIODeadline) -> Verdict {
        // Behind an earlier request nothing is read: no fault of the client's.
        guard due <= 1 else { return .inTime }
        // It was answered before it was read: the rest is let in for a while, so that the answer is seen.
        guard due == 1 else { return now >= lastDone + limits.lingering ? .close : .inTime }
        guard now >= since + limits.allowance(limits.body, bytes: bytes) else { return .inTime }
        return answer == nil ? .tooSlow : .close
    }
}
