import NIOCore
import Testing

@testable import Connections

/// How long a connection may take for what it does.
@Suite struct ConnectionClockTests {
    private let limits = ConnectionLimits()
    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000)

    private func at(_ seconds: Int64) -> NIODeadline { start + .seconds(seconds) }

    private func clock() -> ConnectionClock { ConnectionClock(limits, at: start) }

    @Test func whoSaysNothingIsLetGoWithoutAWord() {
        let clock = clock()
        #expect(clock.isIdle)
        #expect(clock.verdict(at: at(59)) == .inTime)
        #expect(clock.verdict(at: at(60)) == .close)
    }

    @Test func aHeadThatDripsIsTooSlow() {
        var clock = clock()
        for second in Int64(10)..<29 { clock.bytesCame(at: at(second)) }
        #expect(!clock.isIdle && clock.verdict(at: at(29)) == .inTime)
        // From its first byte, whatever comes.
        #expect(clock.verdict(at: at(30)) == .tooSlow)
    }

    @Test func aBodyHasAsLongAsItsBytesTake() {
        var clock = clock()
        clock.bytesCame(at: at(0))
        clock.headCame(at: at(0))
        #expect(clock.verdict(at: at(29)) == .inTime && clock.verdict(at: at(30)) == .tooSlow)
        clock.bodyCame(limits.rate * 100, at: at(0))
        #expect(clock.verdict(at: at(129)) == .inTime && clock.verdict(at: at(130)) == .tooSlow)
        clock.requestEnded(at: at(130))
        // However long the answer takes to be made.
        #expect(clock.verdict(at: at(10_000)) == .inTime)
    }

    @Test func whoIsAwaitedMayGoForOthersSake() {
        var clock = clock()
        #expect(clock.mayGo == start, "who does nothing, at once")
        clock.bytesCame(at: at(10))
        #expect(clock.mayGo == at(10) + limits.grace)
        clock.headCame(at: at(11))
        #expect(clock.mayGo == at(11) + limits.grace)
        // Faster than the slowest line is no credit; slower counts for what it brings.
        clock.bodyCame(limits.rate * 100, at: at(12))
        #expect(clock.mayGo == at(12) + limits.grace)
        clock.bodyCame(limits.rate * 4, at: at(20))
        #expect(clock.mayGo == at(16) + limits.grace)
        clock.requestEnded(at: at(21))
        #expect(clock.mayGo == nil, "it is the service's turn")
        clock.answerBegan(isStream: false, at: at(22))
        clock.became(isWritable: false, at: at(23))
        #expect(clock.mayGo == at(23) + limits.grace, "nobody takes the answer")
        clock.became(isWritable: true, at: at(24))
        #expect(clock.mayGo == nil)
        clock.answerEnded(isLast: false, at: at(25))
        #expect(clock.mayGo == at(25))
    }

    @Test func anAnswerThatBeganIsNotFollowedByAnother() {
        var clock = clock()
        clock.headCame(at: at(0))
        clock.answerBegan(isStream: false, at: at(1))
        #expect(!clock.isUnanswered)
        #expect(clock.verdict(at: at(31)) == .close)
    }

    @Test func whatWasAnsweredUnreadMayComeInForAWhile() {
        var clock = clock()
        clock.headCame(at: at(0))
        clock.answerBegan(isStream: false, at: at(1))
        clock.answerEnded(isLast: false, at: at(1))
        #expect(clock.verdict(at: at(5)) == .inTime && clock.verdict(at: at(6)) == .close)
    }

    @Test func anAnswerNobodyTakesIsGivenUp() {
        var clock = clock()
        clock.headCame(at: at(0))
        clock.requestEnded(at: at(0))
        clock.answerBegan(isStream: false, at: at(0))
        clock.answerWent(1 << 20)
        clock.became(isWritable: false, at: at(1))
        #expect(clock.verdict(at: at(30)) == .inTime && clock.verdict(at: at(31)) == .close)
        clock.became(isWritable: true, at: at(20))
        #expect(clock.verdict(at: at(31)) == .inTime)
    }

    @Test func anAnswerThatIsTakenInDripsIsGivenUpToo() {
        var (file, stream) = (clock(), clock())
        for isStream in [false, true] {
            var clock = clock()
            clock.headCame(at: at(0))
            clock.requestEnded(at: at(0))
            clock.answerBegan(isStream: isStream, at: at(0))
            clock.answerWent(limits.rate)
            // A byte now and then is no standstill.
            clock.became(isWritable: false, at: at(50))
            if isStream { stream = clock } else { file = clock }
        }
        #expect(file.verdict(at: at(60)) == .inTime && file.verdict(at: at(61)) == .close)
        #expect(stream.verdict(at: at(61)) == .inTime, "a stream of events lasts as long as the round")
    }

    @Test func behindAnEarlierRequestNobodyIsTooSlow() {
        var clock = clock()
        clock.headCame(at: at(0))
        clock.requestEnded(at: at(0))
        clock.headCame(at: at(1))
        #expect(clock.verdict(at: at(1_000)) == .inTime)
        clock.answerBegan(isStream: false, at: at(1_000))
        clock.answerEnded(isLast: false, at: at(1_000))
        #expect(clock.verdict(at: at(1_001)) == .tooSlow)
    }

    @Test func betweenRequestsItRestsFromTheLastAnswer() {
        var clock = clock()
        for second in [Int64(0), 50, 100] {
            clock.headCame(at: at(second))
            clock.requestEnded(at: at(second))
            clock.answerBegan(isStream: false, at: at(second))
            clock.answerEnded(isLast: false, at: at(second + 1))
            #expect(clock.isIdle && clock.verdict(at: at(second + 60)) == .inTime)
        }
        #expect(clock.verdict(at: at(161)) == .close)
    }

    @Test func aConnectionThatEndsIsClosedSoon() {
        var clock = clock()
        clock.headCame(at: at(0))
        clock.requestEnded(at: at(0))
        clock.answerBegan(isStream: false, at: at(0))
        clock.answerEnded(isLast: true, at: at(0))
        #expect(clock.verdict(at: at(4)) == .inTime && clock.verdict(at: at(5)) == .close)
    }
}
