import BallotTokens
import StrictEncoding
import Testing

@testable import SecretBallot

@Suite struct VotingDeviceTests {
    let round: SmallRound

    init() throws { round = try SmallRound.shared.get() }

    @Test func aCodeOfAnotherRoundIsUnknown() {
        #expect(throws: DeviceFault.unknownCode) { try VotingDevice(round.manifest, code: AccessCode.random()) }
    }

    @Test func whatWasStoredAsksForTheSameTokens() throws {
        let device = try VotingDevice(round.manifest, code: round.codes[0])
        let again = try VotingDevice(round.manifest, stored: device.json.encoded())
        #expect(again.tokenRequest.json.encoded() == device.tokenRequest.json.encoded())
        #expect(again.json.encoded() == device.json.encoded())
    }

    @Test func everyStepSurvivesAReload() throws {
        var device = try round.device(1)
        device = try VotingDevice(round.manifest, stored: device.json.encoded())
        #expect(device.hasTokens)
        try device.mark([.first, .second, .blank, .first])
        let slips = device.slips
        device = try VotingDevice(round.manifest, stored: device.json.encoded())
        #expect(device.slips == slips)
        let receipt = try Receipt.sign(slips[2], in: round.manifest.roundID, with: round.receiptKey)
        try device.keep(receipt: receipt, forContest: 2)
        device = try VotingDevice(round.manifest, stored: device.json.encoded())
        #expect(device.uncast == [0, 1, 3])
    }

    @Test func twoDevicesOfOneVoterShareNoSecret() throws {
        let (one, other) = (try round.device(0), try round.device(0))
        for (first, second) in zip(one.ballots, other.ballots) {
            #expect(first.oneTimeKey.scalar != second.oneTimeKey.scalar)
            #expect(first.pending.request.blindedMessage != second.pending.request.blindedMessage)
        }
    }

    @Test func aDishonestAnswerRaisesAnAlarm() throws {
        var device = try VotingDevice(round.manifest, code: round.codes[0])
        var answers = try round.responses(to: device.tokenRequest)
        answers.swapAt(1, 2)
        #expect(throws: DeviceFault.dishonestToken(contest: 1)) { try device.finalize(answers) }
        #expect(!device.hasTokens)
        #expect(throws: DeviceFault.answerLength(expected: 4)) { try device.finalize(Array(answers.dropLast())) }
        #expect(throws: DeviceFault.self) { try device.mark([.first, .first, .first, .first]) }
    }

    @Test func marksAreFinal() throws {
        var device = try round.device(0)
        #expect(throws: DeviceFault.markCount(expected: 4)) { try device.mark([.first]) }
        try device.mark([.first, .first, .first, .first])
        #expect(throws: DeviceFault.self) { try device.mark([.second, .second, .second, .second]) }
    }

    @Test func anothersReceiptIsRefused() throws {
        var device = try round.device(0)
        try device.mark([.first, .first, .first, .first])
        let (slips, roundID) = (device.slips, round.manifest.roundID)
        let forAnother = try Receipt.sign(slips[1], in: roundID, with: round.receiptKey)
        #expect(throws: DeviceFault.badReceipt(contest: 0)) { try device.keep(receipt: forAnother, forContest: 0) }
        let byAnother = try Receipt.sign(slips[0], in: roundID, with: SigningKey())
        #expect(throws: DeviceFault.badReceipt(contest: 0)) { try device.keep(receipt: byAnother, forContest: 0) }
    }

    @Test func aMissingSlipIsNoticed() throws {
        var device = try round.device(0)
        try device.mark([.first, .second, .first, .second])
        let slips = device.slips
        let whole = BoxContents(slips.map { [$0] })
        #expect(try device.find(in: whole.bytes, of: seal(of: whole)).voter == "uv-0")
        let short = BoxContents(slips.enumerated().map { $0 == 2 ? [] : [$1] })
        #expect(throws: DeviceFault.missingSlip(contest: 2)) { try device.find(in: short.bytes, of: seal(of: short)) }
        #expect(throws: DeviceFault.boxRoot) { try device.find(in: whole.bytes, of: seal(of: short)) }
    }

    private func seal(of boxes: BoxContents) -> Seal {
        let nothing = Hash.digest([])
        return Seal(
            round.manifest.roundID, contestCount: 4, boxRoot: boxes.root, attendanceHash: nothing, rollHash: nothing)
    }

    @Test func damagedStorageIsRefused() throws {
        let stored = try round.device(0).json.encoded()
        for count in stride(from: 0, to: stored.count, by: 211) {
            #expect(throws: (any Error).self) { try VotingDevice(round.manifest, stored: Array(stored[..<count])) }
        }
        let vectors = try RoundVectors.shared.get()
        #expect(throws: MalformedInput.self) { try VotingDevice(vectors.manifest, stored: stored) }
    }
}
