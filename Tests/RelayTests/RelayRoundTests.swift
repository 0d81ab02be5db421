import SecretBallot
import TestSupport
import Testing

@testable import Relay

@Suite struct RelayRoundTests {
    private let world = try? MixWorld.shared.get()
    private var round = RelayRound()
    private let closing = Array("closing".utf8)

    private func member(_ number: Int) throws -> MixMember { try #require(world).member(number) }

    // MARK: - Handing over

    @Test mutating func theSameAgainIsTheSameAndLowerReplaces() throws {
        let member = try member(0)
        try round.take(member.handover(atLeast: 5))
        try round.take(member.handover(atLeast: 5))
        try round.take(member.handover(atLeast: 3))
        #expect(round.voterCount == 1 && round.byteCount == member.bundle.bytes.count)
        // A repetition that comes late does not raise it again.
        refuses(.differs, try member.handover(atLeast: 5))
        #expect(round.size(on: try roll(0)).leftOut == 1)
        try round.take(member.handover(atLeast: 1))
        #expect(round.size(on: try roll(0)).mixed == 1)
    }

    @Test mutating func anotherBundleIsRefused() throws {
        let (member, other) = (try member(0), try self.member(1))
        try round.take(member.handover(atLeast: 1))
        refuses(.differs, try member.handover(of: other.bundle, atLeast: 1))
        // Another device, of the same voter and of another, with the bundle of this one.
        refuses(.differs, try #require(world).member(0, device: 9).handover(of: member.bundle, atLeast: 1))
        refuses(.differs, try other.handover(of: member.bundle, atLeast: 1))
        #expect(round.voterCount == 1 && round.contested == 0)
    }

    @Test mutating func memoryIsBounded() throws {
        let handover = try member(0).handover(atLeast: 1)
        refuses(.full, handover, room: handover.bundle.bytes.count - 1)
        try round.take(handover, room: handover.bundle.bytes.count)
        // What is there needs no more room.
        try round.take(handover, room: 0)
    }

    // MARK: - A service that issues a voter's tokens to itself

    @Test(arguments: [[9, 0], [0, 9]])
    mutating func whoeverComesFirstKeepsNobodyOut(devices: [Int]) throws {
        let world = try #require(world)
        let (member, stranger) = (try member(0), try world.member(0, device: 9))
        for device in devices { try round.take((device == 0 ? member : stranger).handover(atLeast: 1)) }
        try round.take(self.member(1).handover(atLeast: 2))
        #expect(round.voterCount == 2 && round.contested == 1)
        #expect(round.byteCount == 3 * member.bundle.bytes.count)
        for device in [member, stranger] { #expect(try round.answer(for: device.bundle.hash) == .held) }
        // Each may lower its own.
        #expect(try round.size(on: roll(0, 1)) == (2, 0))
        let order = try mix()
        #expect(order.voters == 2 && round.voterCount == 2 && round.offRoll == 1)
        #expect(Set(order.messages) == Set(try messages(0) + messages(1)))
        round.beginSending()
        #expect(try round.answer(for: stranger.bundle.hash) == .unsent(voters: 2))
    }

    /// Whoever has the card has the tokens: then the roll, with the card's signature, says so.
    @Test mutating func theRollsDeviceIsMixedWhicheverItIs() throws {
        let (member, other) = (try member(0), try #require(world).member(0, device: 9))
        for device in [member, other] { try round.take(device.handover(atLeast: 1)) }
        let order = try #require(
            round.mix(on: [other.voter: other.key.publicKey], closing: closing, using: &SystemRandom.shared))
        #expect(order.voters == 1 && order.marks == [MixedOrder.mark(of: other.bundle.hash)])
        round.beginSending()
        #expect(try round.answer(for: member.bundle.hash) == .unsent(voters: 1))
    }

    @Test mutating func devicesOfOneVoterAreBounded() throws {
        let world = try #require(world)
        let devices = try (0..<RelayRound.deviceLimit).map { try world.member(0, device: 20 + $0) }
        for device in devices { try round.take(device.handover(atLeast: 2)) }
        refuses(.contested, try member(0).handover(atLeast: 1))
        #expect(round.contested == RelayRound.deviceLimit - 1 && round.voterCount == 1)
        try round.take(devices[0].handover(atLeast: 1))
        try round.take(member(1).handover(atLeast: 1))
        try round.release(devices[1].bundle.hash, by: holder(devices[1]))
        try round.take(member(0).handover(atLeast: 1))
    }

    @Test mutating func aVotersOtherDeviceReleasesNothingOfThisOne() throws {
        let (member, other) = (try member(0), try #require(world).member(0, device: 9))
        for device in [member, other] { try round.take(device.handover(atLeast: 1)) }
        refusesRelease(.differs, member.bundle.hash, by: holder(other))
        try round.release(other.bundle.hash, by: holder(other))
        #expect(round.voterCount == 1)
        #expect(try mix().voters == 1)
    }

    // MARK: - Releasing

    @Test mutating func whatWasReleasedIsNeverSent() throws {
        for number in 0..<3 { try round.take(member(number).handover(atLeast: 1)) }
        let hash = try member(1).bundle.hash
        refusesRelease(.differs, hash, by: holder(try member(0)))
        try round.release(hash, by: holder(member(1)))
        try round.release(hash, by: holder(member(1)))
        #expect(round.voterCount == 2)
        refuses(.released, try member(1).handover(atLeast: 1))
        hasNothing(of: hash, round)
        let order = try mix()
        #expect(order.voters == 2)
        #expect(Set(order.messages).isDisjoint(with: try messages(1)))
        #expect(round.byteCount == order.messages.count * MixWorld.messageByteCount)
    }

    @Test mutating func whatWasNeverHereIsReleasedToo() throws {
        let member = try member(0)
        try round.release(member.bundle.hash, by: holder(member))
        refuses(.released, try member.handover(atLeast: 1))
        #expect(round.released == [MixedOrder.mark(of: member.bundle.hash)])
    }

    @Test mutating func whatIsInTheMixIsNotReleased() throws {
        try round.take(member(0).handover(atLeast: 1))
        try round.take(member(1).handover(atLeast: 9))
        _ = try mix()
        refusesRelease(.sent, try member(0).bundle.hash, by: holder(try member(0)))
        // What the mix left out may go to another relay.
        try round.release(member(1).bundle.hash, by: holder(member(1)))
    }

    @Test mutating func releasesOfOneDeviceAndDevicesAreBounded() throws {
        let devices = (0...RelayRound.deviceLimit).map { _ in
            RelayRound.Holder(voter: "uv-1", deviceKey: SigningKey().publicKey)
        }
        for number in 0..<RelayRound.releaseLimit { try round.release([UInt8(number)], by: devices[0]) }
        refusesRelease(.full, [99], by: devices[0])
        try round.release([1], by: devices[0])
        // Another device of the voter, which only the service could have made, takes nothing of this one's.
        for (number, device) in devices.enumerated().dropFirst().dropLast() {
            try round.release([100 + UInt8(number)], by: device)
        }
        refusesRelease(.contested, [98], by: devices[RelayRound.deviceLimit])
        try round.release([98], by: holder(member(2)))
    }

    // MARK: - Mixing

    @Test mutating func theRollDecidesWhoIsMixed() throws {
        for number in 0..<4 { try round.take(member(number).handover(atLeast: 2)) }
        var roll = try roll(0, 1, 3)
        // Tokens were issued to another device than the one that handed over.
        roll[try member(1).voter] = SigningKey().publicKey
        let order = try #require(round.mix(on: roll, closing: closing, using: &SystemRandom.shared))
        #expect(order.voters == 2)
        #expect(Set(order.messages) == Set(try messages(0) + messages(3)))
        // Until the order is written down another may be drawn.
        #expect(try round.answer(for: member(2).bundle.hash) == .held)
        round.beginSending()
        #expect(try round.answer(for: member(1).bundle.hash) == .unsent(voters: 2))
        #expect(try round.answer(for: member(2).bundle.hash) == .unsent(voters: 2))
        #expect(round.voterCount == 4 && round.offRoll == 2)
    }

    @Test mutating func theGreatestMixLeavesOut() throws {
        for (number, atLeast) in [3, 3, 3, 9].enumerated() {
            try round.take(member(number).handover(atLeast: atLeast))
        }
        #expect(try round.size(on: roll(0, 1, 2, 3)) == (3, 1))
        let order = try mix()
        #expect(order.voters == 3 && order.messages.count == 3 * MixWorld.slips)
        #expect(Set(order.messages) == Set(try messages(0) + messages(1) + messages(2)))
        #expect(order.marks.count == 3)
    }

    @Test mutating func nothingToMixIsAMixOfNobody() throws {
        try round.take(member(0).handover(atLeast: 2))
        let order = try mix()
        #expect(order.voters == 0 && order.messages.isEmpty && order.marks.isEmpty && order.parts.isEmpty)
        round.take(answers: [])
        #expect(try round.answer(for: member(0).bundle.hash) == .unsent(voters: 0))
    }

    @Test mutating func isMixedOnce() throws {
        try round.take(member(0).handover(atLeast: 1))
        _ = try mix()
        #expect(round.mix(on: try roll(0), closing: closing, using: &SystemRandom.shared) == nil)
        refuses(.mixed, try member(1).handover(atLeast: 1))
        refuses(.mixed, try member(0).handover(atLeast: 1))
        round.take(answers: Array(repeating: [1], count: MixWorld.slips))
        #expect(round.mix(on: try roll(0), closing: closing, using: &SystemRandom.shared) == nil)
        refuses(.mixed, try member(1).handover(atLeast: 1))
    }

    @Test mutating func eachGetsTheAnswersToItsOwnSlipsInItsOwnOrder() throws {
        for number in 0..<6 { try round.take(member(number).handover(atLeast: 1)) }
        let order = try mix()
        // Drawn, and not written down: killed now, the relay would have it handed over again.
        #expect(try round.answer(for: member(0).bundle.hash) == .held)
        round.beginSending()
        #expect(try round.answer(for: member(0).bundle.hash) == .sending(voters: 6))
        refuses(.mixed, try member(0).handover(atLeast: 1))
        refusesRelease(.sent, try member(0).bundle.hash, by: holder(try member(0)))
        round.take(answers: order.messages.map { Hash.digest($0) })
        for number in 0..<6 {
            #expect(
                try round.answer(for: member(number).bundle.hash)
                    == .answers(try messages(number).map { Hash.digest($0) }, voters: 6))
        }
        hasNothing(of: [1], round)
        round.forgetAnswers()
        #expect(try round.answer(for: member(0).bundle.hash) == .lost)
        #expect(round.byteCount == 0)
    }

    @Test mutating func resumedItKnowsWhatWasSentAndNoMore() throws {
        for (number, atLeast) in [1, 2, 9].enumerated() {
            try round.take(member(number).handover(atLeast: atLeast))
        }
        let order = try MixedOrder(mix().encoded)
        var again = RelayRound(resuming: order, released: [])
        #expect(again.voterCount == 2)
        for number in 0..<2 { #expect(try again.answer(for: member(number).bundle.hash) == .lost) }
        // It was not in the mix, of which there is no other.
        #expect(try again.answer(for: member(2).bundle.hash) == .unsent(voters: 2))
        #expect(again.standing == "sending")
        #expect(RelayRound(resuming: order, released: [], isFinished: true).standing == "ended")
        #expect(again.mix(on: try self.roll(0, 1, 2), closing: closing, using: &SystemRandom.shared) == nil)
        let first = try member(0)
        #expect(throws: RelayRefusal.sent) { try again.checkRelease(of: first.bundle.hash, by: holder(first)) }
        again.take(answers: order.messages)
        #expect(try again.answer(for: member(0).bundle.hash) == .lost)
    }

    /// Every order of the slips of all bundles together is as likely as any other: all 24 of two bundles of two slips.
    @Test func everyOrderIsAsLikely() throws {
        let handovers = try (0..<2).map { try self.member($0).handover(atLeast: 1) }
        var counts: [[Int]: Int] = [:]
        var random = SeededRandom()
        let (runs, orders) = (9_600, 24)
        let (roll, all) = (try roll(0, 1), try messages(0) + messages(1))
        for _ in 0..<runs {
            var round = RelayRound()
            for handover in handovers { try round.take(handover) }
            let order = try #require(round.mix(on: roll, closing: [], using: &random))
            counts[order.messages.map { all.firstIndex(of: $0) ?? -1 }, default: 0] += 1
        }
        let expected = Double(runs) / Double(orders)
        let statistic =
            counts.values.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
            + Double(orders - counts.count) * expected
        // χ² of 23 degrees: above this once in more than ten thousand seeds.
        #expect(statistic < 58.6, "\(statistic) \(random)")
    }

    // MARK: - Short ways

    private func holder(_ member: MixMember) -> RelayRound.Holder {
        RelayRound.Holder(voter: member.voter, deviceKey: member.key.publicKey)
    }

    private func roll(_ numbers: Int...) throws -> RelayRound.Roll {
        try Dictionary(uniqueKeysWithValues: numbers.map { (try member($0).voter, try member($0).key.publicKey) })
    }

    private mutating func mix() throws -> MixedOrder {
        try #require(round.mix(on: roll(0, 1, 2, 3, 4, 5), closing: closing, using: &SystemRandom.shared))
    }

    private func messages(_ number: Int) throws -> [[UInt8]] {
        let bundle = try member(number).bundle
        return (0..<bundle.count).map(bundle.message)
    }

    private func refuses(
        _ refusal: RelayRefusal, _ handover: @autoclosure () throws -> Handover, room: Int = .max,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var copy = round
        #expect(throws: refusal, sourceLocation: sourceLocation) { try copy.take(handover(), room: room) }
    }

    private func hasNothing(
        of hash: [UInt8], _ round: RelayRound, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: RelayRefusal.unknownBundle, sourceLocation: sourceLocation) { try round.answer(for: hash) }
    }

    private func refusesRelease(
        _ refusal: RelayRefusal, _ hash: [UInt8], by holder: RelayRound.Holder,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var copy = round
        #expect(throws: refusal, sourceLocation: sourceLocation) { try copy.release(hash, by: holder) }
    }
}

/// A generator that tests may hand on.
enum SystemRandom {
    nonisolated(unsafe) static var shared = SystemRandomNumberGenerator()
}
