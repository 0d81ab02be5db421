import Recognition
import StrictEncoding
import Testing

@testable import SecretBallot

/// Every check of the audit has a round here that it alone catches: what else could catch it is made again, sealed and
/// signed with all keys.
@Suite struct DamageTests {
    @Test func theRoundsThemselvesHold() throws {
        for round in [DamageRounds.five, DamageRounds.board] {
            let parts = try SealedRoundParts(DamageRounds.ground(of: round.get()))
            #expect(Audit.run(try parts.record(), through: .sealed).faults.filter { $0.check != .freeze } == [])
        }
        for version in ProtocolVersion.allCases {
            let report = Audit.run(try SealedRoundParts(DamageRounds.ground(version)).record())
            #expect(report.faults == [] && report.manifest?.version == version)
            #expect(report.finders.foreignAtMost == 0 && report.finders.contradictions == [])
        }
    }

    @Test(
        arguments: Damage.ofGround + Damage.ofRoll + Damage.ofEnding + Damage.ofBoxes + Damage.ofSeal + Damage.ofOpening
            + Damage.ofCount)
    func isNamedAndNothingElse(_ damage: Damage) throws {
        for version in damage.versions {
            let report = try damage.audited(in: version)
            let found = report.faults.map { $0.description.replacing(/slip \d+:/, with: "slip *:") }
            #expect(found == damage.faults, "version \(version.rawValue)")
            #expect(report.faultCount == damage.faults.count)
        }
    }
}
