import ObliviousHTTP
import StrictEncoding
import Testing

@testable import SecretBallot

/// A device whose slips go through a relay, before a gateway and a relay's key.
@Suite struct PassageTests {
    private let round: SmallRound
    private let gateway: SlipGateway

    init() throws {
        round = try SmallRound.shared(.two)
        gateway = try SlipGateway(
            ObliviousGateway(identifier: 1, scalar: round.gatewayKey.scalar), of: round.manifest)
    }

    /// With slips, and on the way to the relay.
    private func device(atLeast: Int = 2) throws -> VotingDevice {
        var device = try round.device(0)
        try device.mark([.first, .second, .blank, .first])
        try device.prepareHandover(to: 0, atLeast: atLeast)
        return try reloaded(device)
    }

    private func reloaded(_ device: VotingDevice) throws -> VotingDevice {
        let again = try VotingDevice(round.manifest, stored: device.json.encoded())
        #expect(again.json.encoded() == device.json.encoded())
        return again
    }

    private func bundle(_ device: VotingDevice) throws -> Bundle { try #require(device.passage).bundle }

    /// What the gateway answers to a bundle: a receipt for each slip, but for those that `change` makes another answer of.
    private func answers(
        _ bundle: Bundle, _ change: (Int, [UInt8]) throws -> SlipAnswer? = { _, _ in nil }
    ) throws -> [[UInt8]] {
        try (0..<bundle.count).map { place in
            guard case .slip(let slip, let key) = gateway.open(bundle.message(at: place)) else {
                throw MalformedInput(.wrongValue, at: "message")
            }
            let receipt = try Receipt.sign(slip, of: round.manifest, with: round.receiptKey)
            return try key.seal((change(place, slip) ?? .receipt(receipt)).encoded())
        }
    }

    @Test func whatIsHandedOverIsTheSameEachTimeAndHolds() throws {
        let device = try device()
        let (one, two) = (try device.handover(), try reloaded(device).handover())
        #expect(one.bundle == two.bundle && one.atLeast == 2)
        let form = try SlipEnvelopes(of: round.manifest).form
        let read = try Handover(one.json.encoded(), of: form)
        #expect(read.fault(at: 0, of: round.manifest) == nil)
        #expect(read.fault(at: 1, of: round.manifest) == .signature)
    }

    /// The fewest with whom the member will be mixed is what the relay took the bundle for.
    @Test func aMixOfFewerIsAnAlarmAndKept() throws {
        for (said, isAlarm) in [(1, true), (2, false), (3, false)] {
            var (sent, answered) = (try device(), try device())
            let answers = try answers(bundle(answered))
            let faults = [
                fault { try sent.note(.sending, voters: said) },
                fault { try answered.take(answers: answers, voters: said) },
            ]
            #expect(faults == (isAlarm ? [.smallMix, .smallMix] : [nil, nil]))
            #expect(sent.passage?.voters == said && sent.passage?.state == .sending)
            #expect(answered.uncast.isEmpty && answered.passage?.state == .answered)
        }
    }

    private func fault(_ body: () throws -> Void) -> DeviceFault? {
        do {
            try body()
            return nil
        } catch {
            return error as? DeviceFault
        }
    }

    @Test func thatTheRelayOnceTookItIsRemembered() throws {
        var device = try device()
        #expect(device.passage?.wasTaken == false)
        try device.note(.taken)
        try device.accept(mixOf: 1)
        #expect(device.passage?.state == .made)
        #expect(try reloaded(device).passage?.wasTaken == true)
    }

    /// Over before it was sent: nothing more is told of it, but it may be given back.
    @Test func whatEndedUnsentIsNotHandedOverAgain() throws {
        var device = try device()
        try device.note(.ended)
        device = try reloaded(device)
        #expect(throws: DeviceFault.self) { try device.handover() }
        #expect(throws: DeviceFault.self) { try device.note(.taken) }
        #expect(throws: Never.self) { try device.releaseRequest() }
    }

    @Test func receiptsComeBackToTheirSlips() throws {
        var device = try device()
        try device.note(.taken)
        #expect(device.uncast.count == 4)
        try device.take(answers: answers(bundle(device)), voters: 3)
        device = try reloaded(device)
        #expect(device.uncast.isEmpty && device.passage?.state == .answered && device.passage?.voters == 3)
        #expect(throws: DeviceFault.self) { try device.handover() }
        #expect(throws: DeviceFault.self) { try device.releaseRequest() }
        #expect(throws: DeviceFault.self) { try device.goDirect() }
    }

    /// In the mix, and nobody has said that it is in the box: kept, and nothing of it is known to be done.
    @Test func whatIsBeingSentIsNeitherHandedOverAgainNorInTheBox() throws {
        var device = try device()
        try device.note(.taken)
        try device.note(.sending, voters: 3)
        device = try reloaded(device)
        #expect(device.passage?.state == .sending && device.passage?.voters == 3 && device.uncast.count == 4)
        #expect(throws: DeviceFault.self) { try device.handover() }
        #expect(throws: DeviceFault.self) { try device.accept(mixOf: 1) }
        #expect(throws: DeviceFault.self) { try device.prepareHandover(to: 0, atLeast: 1) }
        // A relay killed before it had written its mix down says that nothing was ever sent.
        var again = device
        try again.note(.made)
        #expect(try again.handover().bundle == bundle(device))
        var elsewhere = device
        try elsewhere.goDirect()
        #expect(elsewhere.passage == nil)
        try device.take(answers: answers(bundle(device)), voters: 3)
        #expect(device.uncast.isEmpty && device.passage?.state == .answered)
    }

    @Test func answersWithoutAGoodReceiptChangeNothingElse() throws {
        var device = try device()
        let bundle = try bundle(device)
        let forged = try Receipt.sign(device.slips[0] + [0], of: round.manifest, with: round.receiptKey)
        var answers = try answers(bundle) { place, _ in
            switch place {
            case 0: .problem(status: 422, body: [])
            case 1: .receipt(forged)
            default: nil
            }
        }
        answers.swapAt(2, 3)
        for wrong in [answers, [], [[1, 2, 3]], answers + answers] {
            var device = try reloaded(device)
            try device.take(answers: wrong, voters: 2)
            #expect(device.uncast.count == 4 && device.passage?.state == .answered)
        }
        try device.take(answers: self.answers(bundle), voters: 2)
        #expect(device.uncast.isEmpty)
    }

    @Test func aSmallerMixIsAcceptedAndAGreaterOneNever() throws {
        var device = try device(atLeast: 3)
        try device.note(.taken)
        for size in [4, 0, -1] {
            #expect(throws: DeviceFault.noSuchWay) { try device.accept(mixOf: size) }
        }
        try device.accept(mixOf: 2)
        device = try reloaded(device)
        #expect(device.passage?.state == .made)
        #expect(try device.handover().atLeast == 2)
    }

    @Test func anotherWayNeedsTheRelaysRelease() throws {
        var device = try device()
        let hash = try bundle(device).hash
        #expect(throws: DeviceFault.self) { try device.prepareHandover(to: 0, atLeast: 1) }
        let stranger = try Release.sign(hash, of: round.manifest, with: round.receiptKey)
        #expect(throws: DeviceFault.badRelease) { try device.take(release: stranger) }
        let other = try Release.sign(Hash.digest(hash), of: round.manifest, with: round.relayKey)
        #expect(throws: DeviceFault.badRelease) { try device.take(release: other) }
        try device.take(release: Release.sign(hash, of: round.manifest, with: round.relayKey))
        device = try reloaded(device)
        #expect(throws: DeviceFault.self) { try device.handover() }
        var direct = device
        try direct.goDirect()
        #expect(direct.passage == nil && direct.slips == device.slips)
        try device.prepareHandover(to: 0, atLeast: 1)
        #expect(try bundle(device).hash != hash && device.slips == direct.slips)
    }

    @Test func waysThatAreNone() throws {
        var device = try round.device(0)
        #expect(throws: DeviceFault.self) { try device.prepareHandover(to: 0, atLeast: 1) }
        try device.mark([.first, .second, .blank, .first])
        for (relay, size) in [(1, 1), (-1, 1), (0, 0), (0, 4)] {
            #expect(throws: DeviceFault.noSuchWay) { try device.prepareHandover(to: relay, atLeast: size) }
        }
        let receipt = try Receipt.sign(device.slips[1], of: round.manifest, with: round.receiptKey)
        try device.keep(receipt: receipt, forContest: 1)
        #expect(throws: DeviceFault.self) { try device.prepareHandover(to: 0, atLeast: 1) }
    }

    @Test func aDamagedStateIsRefused() throws {
        let device = try device()
        let value = device.json
        guard case .object(let members) = value, let passage = members.first(where: { $0.name == "passage" })?.value,
            case .object(let inner) = passage
        else { throw MalformedInput(.wrongType, at: "device") }
        let changes: [(String, JSONValue)] = [
            ("relay", .integer(1)), ("atLeast", .integer(0)), ("atLeast", .integer(9)), ("bundle", .bytes([1])),
            ("places", .array([["slip": .integer(9), "answer": .bytes([1])]])), ("state", .string("gone")),
        ]
        for (name, changed) in changes {
            let other = JSONValue.object(
                inner.map { $0.name == name ? JSONValue.Member(name, changed) : $0 })
            let whole = JSONValue.object(
                members.map { $0.name == "passage" ? JSONValue.Member("passage", other) : $0 })
            #expect(throws: (any Error).self, "\(name)") {
                try VotingDevice(round.manifest, stored: whole.encoded())
            }
        }
    }
}
