import Recognition
import Testing

@testable import SecretBallot

/// What finders say against what the boxes hold: no fault of the record, and never passed over.
@Suite struct ContradictionTests {
    private func report(
        in version: ProtocolVersion = .one, _ change: (inout RoundGround) -> Void,
        _ find: (inout SealedRoundParts) throws -> Void = { _ in }
    ) throws -> AuditReport {
        var ground = try DamageRounds.ground(version)
        change(&ground)
        var parts = try SealedRoundParts(ground)
        try find(&parts)
        let report = Audit.run(try parts.record())
        #expect(report.faults == [])
        return report
    }

    @Test func threeTookTokensTwoCastThreeFound() throws {
        let finders = try report { ground in ground.boxes = ground.boxes.map { Array($0.dropLast()) } }.finders
        #expect(finders.collected == [2, 2, 2, 2] && finders.found == 3)
        #expect(finders.contradictions == [0, 1, 2, 3])
        #expect(finders.foreignAtMost == nil && finders.excess == 1)
    }

    @Test func oneBoxAloneIsShort() throws {
        let finders = try report { $0.boxes[2].removeLast(2) }.finders
        #expect(finders.contradictions == [2] && finders.excess == 2)
        #expect(finders.foreignAtMost == 0)
    }

    @Test func fewerFoundThanCast() throws {
        let finders = try report({ _ in }, { $0.found.removeLast(2) }).finders
        #expect(finders.contradictions == [] && finders.foreignAtMost == 2)
        let none = try report({ _ in }, { $0.found = [] }).finders
        #expect(none.contradictions == [] && none.foreignAtMost == 3)
    }

    /// Handed to a relay, sent by it, and not in the box: every relation from both sides.
    @Test func slipsThatARelaySentAreMissing() throws {
        let whole = try report(in: .two) { $0.ending?.relays[0].voters = 3 }.mix
        #expect(whole.mixed == 3 && whole.collected == [3, 3, 3, 3] && whole.mostShort == nil)
        let short = try report(in: .two) { ground in
            ground.ending?.relays[0].voters = 3
            ground.boxes[1].removeLast()
        }.mix
        #expect(short.short == [0, 1, 0, 0])
        let few = try report(in: .two) { $0.boxes[1].removeLast() }.mix
        #expect(few.mixed == 2 && few.mostShort == nil)
    }

    /// One relay alone could say it: it is reported, and keeps nobody from sealing or opening.
    @Test func moreSentThanIssuedIsReported() throws {
        let level = try report(in: .two) { $0.ending?.relays[0].voters = 3 }
        #expect(level.mix.overstated == nil && level.mix.issued == 3)
        let one = try report(in: .two) { $0.ending?.relays[0].voters = 4 }
        #expect(one.mix.overstated == 1 && one.mix.short == [1, 1, 1, 1])
        let most = try report(in: .two) { $0.ending?.relays[0].voters = Int(UInt32.max) }
        #expect(most.mix.overstated == Int(UInt32.max) - 3)
    }

    @Test func itIsSaidOfASealedBoxToo() throws {
        var ground = try DamageRounds.ground(.one)
        ground.boxes[0].removeLast()
        let report = BoardDevice.audit(
            try SealedRoundParts(ground).record(), of: ground.round.manifest.roundID)
        #expect(report.holds && report.finders.contradictions == [0])
        #expect(try ground.round.boardDevice.share(after: report).member == 0)
    }
}
