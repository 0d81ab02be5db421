import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// Who is here and who has tokens, at one glance and under one lock: nobody's presence is taken back between the look
/// and the issuing.
final class RollCall: Sendable {
    private struct Marks {
        var byVoter: [ExactText: AttendanceMark]
        var issued: Set<ExactText>
        var state: RoundState

        /// Who is being given tokens at this moment.
        var underWay = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let marks: Mutex<Marks>
    private let voterCount: Int

    init(voterCount: Int, state: RoundState, marks: [String: AttendanceMark], issued: [String]) {
        self.voterCount = voterCount
        self.marks = Mutex(
            Marks(
                byVoter: Dictionary(uniqueKeysWithValues: marks.map { (ExactText($0.key), $0.value) }),
                issued: Set(issued.map(ExactText.init)), state: state))
    }

    var state: RoundState {
        get { marks.withLock(\.state) }
        set { marks.withLock { $0.state = newValue } }
    }

    /// Lets a voter have tokens; from here on their presence stands. Whoever was let in says so when it is `settled`.
    /// - Throws: `Problem.wrongState`, `.voterAbsent` or `.voterExcused`.
    func admit(_ voter: String) throws(Problem) {
        let refusal: Problem? = marks.withLock { marks in
            guard marks.state == .issuing || marks.state == .voting else { return .wrongState(marks.state.rawValue) }
            switch marks.byVoter[ExactText(voter), default: .absent] {
            case .present:
                marks.issued.insert(ExactText(voter))
                marks.underWay += 1
            case .excused: return Problem(.voterExcused)
            case .absent: return Problem(.voterAbsent)
            }
            return nil
        }
        if let refusal { throw refusal }
    }

    /// One who was let in has their tokens, or will not have them.
    func settled() {
        let waiting: [CheckedContinuation<Void, Never>] = marks.withLock { marks in
            marks.underWay -= 1
            guard marks.underWay == 0 else { return [] }
            defer { marks.waiting = [] }
            return marks.waiting
        }
        waiting.forEach { $0.resume() }
    }

    /// Ends the issuing; returns when whoever was let in before is settled, so that the roll stands.
    func stopIssuing() async {
        await withCheckedContinuation { continuation in
            let isIdle = marks.withLock { marks in
                marks.state = .closing
                if marks.underWay > 0 { marks.waiting.append(continuation) }
                return marks.underWay == 0
            }
            if isIdle { continuation.resume() }
        }
    }

    /// Sets marks, all or none.
    /// - Throws: `Problem.presenceFixed` where tokens were issued, or for an excuse once voting is open.
    func mark(_ new: [String: AttendanceMark]) throws(Problem) {
        let refusal: Problem? = marks.withLock { marks in
            for (voter, mark) in new {
                if mark != .present, marks.issued.contains(ExactText(voter)) {
                    return Problem(
                        .presenceFixed,
                        because: BilingualText("đã phát phiếu cho “\(voter)”", "tokens were issued to \(voter)"))
                }
                let before = marks.byVoter[ExactText(voter), default: .absent]
                // Summoned is the base of the rules: nobody can lower it while votes come in. A member who comes after
                // all is let in.
                if marks.state.isTaking, (mark == .excused) != (before == .excused), mark != .present {
                    return Problem(
                        .presenceFixed,
                        because: BilingualText(
                            "đã mở bỏ phiếu thì không ghi vắng có lý do được nữa", "excuses end when voting opens"))
                }
            }
            for (voter, mark) in new { marks.byVoter[ExactText(voter)] = mark }
            return nil
        }
        if let refusal { throw refusal }
    }

    /// Puts marks back as they were, where keeping new ones failed.
    func restore(_ before: [String: AttendanceMark]) {
        marks.withLock { marks in for (voter, mark) in before { marks.byVoter[ExactText(voter)] = mark } }
    }

    func mark(of voter: String) -> AttendanceMark { marks.withLock { $0.byVoter[ExactText(voter), default: .absent] } }

    /// Whose presence stands, since they have tokens or are being given them.
    var issued: Set<ExactText> { marks.withLock(\.issued) }

    var present: Int { marks.withLock { $0.byVoter.values.count { $0 == .present } } }

    /// Voters less those excused.
    var summoned: Int { voterCount - marks.withLock { $0.byVoter.values.count { $0 == .excused } } }
}
