import Recognition
import Testing

@testable import SecretBallot

/// What finders say against what the boxes hold: no fault of the record, and never passed over.
@Suite struct ContradictionTests {
    private func report(
        _ change: (inout RoundGround) -> Void, _ find: (inout SealedRoundParts) throws -> Void = { _ in }
    ) throws -> AuditReport {
        var ground = try DamageRounds.ground(.one)
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

    @Test func itIsSaidOfASealedBoxToo() throws {
        var ground = try DamageRounds.ground(.one)
        ground.boxes[0].removeLast()
        let report = BoardDevice.audit(
            try SealedRoundParts(ground).record(), of: ground.round.manifest.roundID)
        #expect(report.holds && report.finders.contradictions == [0])
        #expect(try ground.round.boardDevice.share(after: report).member == 0)
    }
}
