import BallotTokens
import StrictEncoding
import Testing

@testable import SecretBallot

@Suite struct VotingDeviceTests {
    @Test(arguments: ProtocolVersion.allCases)
    func aCodeOfAnotherRoundIsUnknown(version: ProtocolVersion) throws {
        let round = try SmallRound.shared(version)
        #expect(throws: DeviceFault.unknownCode) { try VotingDevice(round.manifest, code: AccessCode.random()) }
    }

    /// A round in which the second voter's card is of another version than the round.
    private func round(in version: ProtocolVersion, _ card: AccessCode, of other: ProtocolVersion) throws -> SmallRound
    {
        try SmallRound(in: version, issuers: SmallRound.shared(.one).issuers) { terms in
            let (voter, key) = (terms.voters[1], try card.credential(in: other).publicKey)
            terms.voters[1] = Voter(id: voter.id, name: voter.name, credentialKey: key)
        }
    }

    /// Cards that were printed before the service came to version 2, for a round that it freezes after.
    @Test func aCardOfTheVersionBeforeIsAsGood() throws {
        let card = try AccessCode.random()
        let round = try round(in: .two, card, of: .one)
        let device = try VotingDevice(round.manifest, code: card)
        #expect(device.voter == round.manifest.voters[1].id)
        let roll = RollEntry.roll([device.tokenRequest])
        #expect(Audit.faults(ofRoll: roll, nil, of: round.manifest) == [])
        #expect(try VotingDevice(round.manifest, code: round.codes[0]).voter == round.manifest.voters[0].id)
        #expect(throws: DeviceFault.unknownCode) { try VotingDevice(round.manifest, code: round.codes[1]) }
    }

    /// The other way round there are no such cards.
    @Test func aCardOfTheVersionAfterIsUnknown() throws {
        let card = try AccessCode.random()
        let round = try round(in: .one, card, of: .two)
        #expect(throws: DeviceFault.unknownCode) { try VotingDevice(round.manifest, code: card) }
    }

    @Test(arguments: ProtocolVersion.allCases)
    func whatWasStoredAsksForTheSameTokens(version: ProtocolVersion) throws {
        let round = try SmallRound.shared(version)
        let device = try VotingDevice(round.manifest, code: round.codes[0])
        let again = try VotingDevice(round.manifest, stored: device.json.encoded())
        #expect(again.tokenRequest.json.encoded() == device.tokenRequest.json.encoded())
        #expect(again.json.encoded() == device.json.encoded())
    }

    @Test(arguments: ProtocolVersion.allCases)
    func everyStepSurvivesAReload(version: ProtocolVersion) throws {
        let round = try SmallRound.shared(version)
        var device = try round.device(1)
        device = try VotingDevice(round.manifest, stored: device.json.encoded())
        #expect(device.hasTokens)
        try device.mark([.first, .second, .blank, .first])
        let slips = device.slips
        device = try VotingDevice(round.manifest, stored: device.json.encoded())
        #expect(device.slips == slips)
        let receipt = try Receipt.sign(slips[2], of: round.manifest, with: round.receiptKey)
        try device.keep(receipt: receipt, forContest: 2)
        device = try VotingDevice(round.manifest, stored: device.json.encoded())
        #expect(device.uncast == [0, 1, 3])
    }

    @Test(arguments: ProtocolVersion.allCases)
    func twoDevicesOfOneVoterShareNoSecret(version: ProtocolVersion) throws {
        let round = try SmallRound.shared(version)
        let (one, other) = (try round.device(0), try round.device(0))
        for (first, second) in zip(one.ballots, other.ballots) {
            #expect(first.oneTimeKey.scalar != second.oneTimeKey.scalar)
            #expect(first.pending.request.blindedMessage != second.pending.request.blindedMessage)
        }
    }

    @Test(arguments: ProtocolVersion.allCases)
    func aDishonestAnswerRaisesAnAlarm(version: ProtocolVersion) throws {
        let round = try SmallRound.shared(version)
        var device = try VotingDevice(round.manifest, code: round.codes[0])
        var answers = try round.responses(to: device.tokenRequest)
        let issued = try round.issued(for: device.tokenRequest)
        answers.swapAt(1, 2)
        #expect(throws: DeviceFault.dishonestToken(contest: 1)) { try device.finalize(answers, issued: issued) }
        #expect(!device.hasTokens)
        #expect(throws: DeviceFault.answerLength(expected: 4)) {
            try device.finalize(Array(answers.dropLast()), issued: issued)
        }
        #expect(throws: DeviceFault.self) { try device.mark([.first, .first, .first, .first]) }
    }

    @Test(arguments: ProtocolVersion.allCases)
    func marksAreFinal(version: ProtocolVersion) throws {
        let round = try SmallRound.shared(version)
        var device = try round.device(0)
        #expect(throws: DeviceFault.markCount(expected: 4)) { try device.mark([.first]) }
        try device.mark([.first, .first, .first, .first])
        #expect(throws: DeviceFault.self) { try device.mark([.second, .second, .second, .second]) }
    }

    @Test(arguments: ProtocolVersion.allCases)
    func anothersReceiptIsRefused(version: ProtocolVersion) throws {
        let round = try SmallRound.shared(version)
        var device = try round.device(0)
        try device.mark([.first, .first, .first, .first])
        let slips = device.slips
        let forAnother = try Receipt.sign(slips[1], of: round.manifest, with: round.receiptKey)
        #expect(throws: DeviceFault.badReceipt(contest: 0)) { try device.keep(receipt: forAnother, forContest: 0) }
        let byAnother = try Receipt.sign(slips[0], of: round.manifest, with: SigningKey())
        #expect(throws: DeviceFault.badReceipt(contest: 0)) { try device.keep(receipt: byAnother, forContest: 0) }
    }

    @Test(arguments: ProtocolVersion.allCases)
    func aMissingSlipIsNoticed(version: ProtocolVersion) throws {
        let round = try SmallRound.shared(version)
        var device = try round.device(0)
        try device.mark([.first, .second, .first, .second])
        let slips = device.slips
        let roll = RollEntry.roll([device.tokenRequest])
        let whole = BoxContents(slips.map { [$0] })
        let seal = try seal(of: whole, roll, in: round)
        #expect(try device.find(in: whole.bytes, roll: roll, of: seal).voter == "uv-0")
        let short = BoxContents(slips.enumerated().map { $0 == 2 ? [] : [$1] })
        let other = try self.seal(of: short, roll, in: round)
        #expect(throws: DeviceFault.missingSlip(contest: 2)) { try device.find(in: short.bytes, roll: roll, of: other) }
        #expect(throws: DeviceFault.boxRoot) { try device.find(in: whole.bytes, roll: roll, of: other) }
    }

    private func seal(of boxes: BoxContents, _ roll: [UInt8], in round: SmallRound, at time: Int = 1_000_000) throws
        -> Seal
    {
        let nothing = Hash.digest([])
        let times = Seal.Times(stepsHash: nothing, closingHash: nothing, sealedAt: time)
        return Seal(
            Seal.Parts(
                boxRoot: boxes.root, attendanceHash: nothing, rollHash: Hash.digest(roll),
                times: round.manifest.version == .one ? nil : times), of: round.manifest)
    }

    /// Somebody who has the card alone gets tokens of the voter: then the device's own line is not on the roll.
    @Test func aLineOfAnotherDeviceIsNoticed() throws {
        let round = try SmallRound.shared(.two)
        var (device, other) = (try round.device(0), try round.device(0))
        try device.mark([.first, .second, .first, .second])
        try other.mark([.first, .second, .first, .second])
        let boxes = BoxContents(zip(device.slips, other.slips).map { [$0, $1] })
        let roll = RollEntry.roll([other.tokenRequest])
        let seal = try seal(of: boxes, roll, in: round)
        #expect(throws: DeviceFault.otherLine) { try device.find(in: boxes.bytes, roll: roll, of: seal) }
        #expect(throws: DeviceFault.roll) {
            try device.find(in: boxes.bytes, roll: RollEntry.roll([device.tokenRequest]), of: seal)
        }
        #expect(try other.find(in: boxes.bytes, roll: roll, of: seal).voter == "uv-0")
    }

    @Test func aSealOfAnotherTimeIsNotConfirmedByWhoSawIt() throws {
        let round = try SmallRound.shared(.two)
        var device = try round.device(0)
        try device.mark([.first, .second, .first, .second])
        let boxes = BoxContents(device.slips.map { [$0] })
        let roll = RollEntry.roll([device.tokenRequest])
        let seal = try seal(of: boxes, roll, in: round)
        for clock in [1_000_601, 999_399] {
            #expect(throws: DeviceFault.sealedAt) {
                try device.find(in: boxes.bytes, roll: roll, of: seal, clock: clock)
            }
        }
        for clock in [1_000_600, 999_400, nil] {
            #expect(try device.find(in: boxes.bytes, roll: roll, of: seal, clock: clock).voter == "uv-0")
        }
    }

    @Test func tokensForAnotherDeviceKeyAreNotTaken() throws {
        let round = try SmallRound.shared(.two)
        var device = try VotingDevice(round.manifest, code: round.codes[0])
        let responses = try round.responses(to: device.tokenRequest)
        let foreign = try round.issued(for: VotingDevice(round.manifest, code: round.codes[0]).tokenRequest)
        for issued in [nil, foreign, foreign.map { Array($0.reversed()) }] {
            #expect(throws: DeviceFault.notIssuedHere) { try device.finalize(responses, issued: issued) }
        }
        #expect(!device.hasTokens)
        try device.finalize(responses, issued: round.issued(for: device.tokenRequest))
        let again = try VotingDevice(round.manifest, stored: device.json.encoded())
        #expect(again.hasTokens && again.issued == device.issued && again.issued != nil)
    }

    @Test(arguments: ProtocolVersion.allCases)
    func damagedStorageIsRefused(version: ProtocolVersion) throws {
        let round = try SmallRound.shared(version)
        let stored = try round.device(0).json.encoded()
        for count in stride(from: 0, to: stored.count, by: 211) {
            #expect(throws: (any Error).self) { try VotingDevice(round.manifest, stored: Array(stored[..<count])) }
        }
        let vectors = try RoundVectors.shared.get()
        #expect(throws: MalformedInput.self) { try VotingDevice(vectors.manifest, stored: stored) }
    }
}
