import SecretBallot
import Storage
import StrictEncoding
import Testing

@testable import Service

/// What is about to be sealed is audited while it can still be mended.
@Suite struct SealAuditTests {
    /// Each makes a record that no audit would take, with the round still voting; a roll's is found before it is fixed.
    static let damages: [(String, @Sendable (OpenOffice, LaidRound) async throws -> Void)] = [
        (
            "tokens of one who was not present",
            { office, laid in
                // As where a register ten minutes older lay beside a whole spool.
                let request = try VotingDevice(laid.round.manifest, code: laid.round.codes[2]).tokenRequest
                _ = try await office.desk.requireLive().spool.issue(
                    Issuance(
                        voter: 2, batchDigest: [UInt8](repeating: 1, count: 32), batch: request.json.encoded()))
            }
        ),
        (
            "a slip with a byte changed",
            { office, laid in
                let device = laid.devices[0]
                var slip = device.slips[0]
                slip[slip.count - 1] ^= 1
                _ = try await office.desk.requireLive().spool.cast(
                    slipID: [UInt8](repeating: 3, count: 32), contest: 0, slip: slip)
            }
        ),
        (
            "a slip of one contest in the box of another",
            { office, laid in
                _ = try await office.desk.requireLive().spool.cast(
                    slipID: [UInt8](repeating: 4, count: 32), contest: 1, slip: laid.devices[0].slips[0])
            }
        ),
        (
            "more slips than were issued",
            { office, laid in
                _ = try await office.desk.requireLive().spool.cast(
                    slipID: [UInt8](repeating: 5, count: 32), contest: 0, slip: laid.devices[0].slips[0])
            }
        ),
    ]

    @Test(arguments: damages.map(\.0)) func nothingIsDestroyedAndTheRoundGoesOn(_ name: String) async throws {
        let damage = try #require(Self.damages.first { $0.0 == name })
        try await TestFolder.use { folder in
            let laid = try await LaidRound(in: folder, voters: 2, absent: 1)
            try await OpenOffice.run(in: folder) { office in
                try await damage.1(office, laid)
                await #expect {
                    try await office.desk.seal()
                } throws: {
                    ($0 as? Problem)?.code == .auditFailed
                }
                #expect(try await office.state() == (name == Self.damages[0].0 ? .voting : .closing))
                let holding = office.office.tools.storage.holding(of: laid.round.manifest.roundID.bytes)
                #expect(holding.hasSpool && !holding.hasBoxes && !holding.hasUnfinishedBoxes)
                // Every acknowledged slip is still there.
                for slip in laid.slips { _ = try await office.desk.requireLive().cast(slip) }
            }
        }
    }
}
