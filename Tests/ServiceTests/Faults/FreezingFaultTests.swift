import Recognition
import SecretBallot
import Storage
import Testing

@testable import Service

/// Storage fails at every single call of freezing, in every way: the draft is frozen in the end, once and whole, and the
/// round can be led to its end.
@Suite(.serialized) struct FreezingFaultTests {
    @Test(arguments: FaultPlan.Kind.allCases)
    func theDraftIsFrozenOnceAndWhole(_ kind: FaultPlan.Kind) async throws {
        try await TestFolder.use { template in
            let laid = try await LaidRound(in: template, .draft, kind: .annulment, voters: 2)
            try await FaultWalk.run(over: template, kind) { office in
                try await office.desk.freeze(office.office)
            } finish: {
                try await Self.finish($0, laid)
            }
        }
    }

    private static func finish(_ office: OpenOffice, _ laid: LaidRound) async throws {
        if try await office.state() == .draft { try await office.desk.freeze(office.office) }
        if try await office.state() == .frozen {
            try await office.desk.freeze(office.office)
            try await vote(office, laid)
        }
        try await office.advance(laid, to: .certified)
        #expect(try await office.audit(.certified) == [])
        #expect(try await office.lines("round.freeze").count == 1)
        let roundID = try await office.desk.manifest().roundID
        #expect(try office.office.desk(roundID: roundID.description) === office.desk)
    }

    private static func vote(_ office: OpenOffice, _ laid: LaidRound) async throws {
        let (desk, manifest) = (try office.desk, try await office.desk.manifest())
        #expect(desk.live?.manifest.roundID == manifest.roundID)
        try await desk.sign(FreezeSignature(member: 0, of: manifest.roundID, signedBy: laid.round.memberKey))
        try await desk.mark(Dictionary(uniqueKeysWithValues: manifest.voters.map { ($0.id, .present) }))
        try await office.advance(laid, to: .voting)
        for code in laid.round.codes { _ = try await LaidRound.vote(code, manifest, desk) }
    }
}
