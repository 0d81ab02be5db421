import CocktailDKG
import OpenSSLKit
import Recognition
import StrictEncoding
import Testing

@testable import SecretBallot

/// The audit of a round whose board of three, two of whom open, was whole, and of one in which one thing is wrong.
struct BoardAuditTests {
    private static let made = Result {
        let ceremony = try SmallCeremony.finished(2, of: 3)
        guard let transcript = ceremony.devices[0].transcript else { throw CeremonyFault.incomplete }
        let board = try SmallBoard.board(of: ceremony, transcript)
        let round = try SmallRound(in: .two, issuers: SmallRound.shared(.one).issuers) { $0.board = board }
        return (ceremony: ceremony, transcript: transcript, round: round)
    }

    private let ceremony: SmallCeremony
    private let transcript: BoardTranscript
    private let round: SmallRound

    init() throws { (ceremony, transcript, round) = try Self.made.get() }

    @Test func holds() throws {
        for openers in [[0, 1], [0, 2], [2, 1]] {
            let report = Audit.run(try record(openers: openers))
            #expect(report.faults == [])
            #expect(report.checked[.transcript] == 1)
            #expect(report.tallies.first?.counts.first == 2)
        }
    }

    @Test func withoutTheTranscript() throws {
        try expect(
            "transcript: board-transcript.bin: missing",
            openingFault("a board of several opens only beside its transcript")
        ) { $0.documents[.boardTranscript] = nil }
    }

    @Test func anotherTranscript() throws {
        let other = try #require(try SmallCeremony.finished(2, of: 3).devices[0].transcript).bytes
        try expect(
            "transcript: board-transcript.bin: not the manifest's board: dkg-keys",
            openingFault("a board of several opens only beside its transcript")
        ) { $0.documents[.boardTranscript] = other }
    }

    @Test func aSignatureThatDoesNotHold() throws {
        try expect(
            "transcript: board-transcript.bin: participant 3: certificate",
            openingFault("a board of several opens only beside its transcript")
        ) { record in
            guard var bytes = record.documents[.boardTranscript] else { return }
            bytes[bytes.count - 1] ^= 1
            record.documents[.boardTranscript] = bytes
        }
    }

    /// A box that is sealed only is audited beside the transcript too, before any share is released.
    @Test func beforeItIsOpened() throws {
        var record = try record(openers: [0, 1])
        #expect(Audit.run(record, through: .sealed).holds)
        record.documents[.boardTranscript] = nil
        #expect(
            Audit.run(record, through: .sealed).faults.map(\.description) == [
                "transcript: board-transcript.bin: missing"
            ])
    }

    @Test func anOpeningThatIsNone() throws {
        let parts = try SealedRoundParts(ground())
        let shares = try shares(for: parts.seal)
        let key = try key(of: shares)
        let liar = try BoardShare(
            member: 1, share: shares[0].share, for: parts.seal, signedBy: ceremony.devices[1].key)
        for (shares, fault) in [
            ([shares[0]], "the board opens with the shares of 2 members"),
            (shares, "the board opens with the shares of 2 members and no more are kept"),
            ([shares[0], shares[0]], "member 0 gave a share twice"),
            ([shares[0], liar], "the share of member 1 is not the one that the board's transcript has"),
        ] {
            var record = try record(of: parts, openers: [0, 1])
            let value: JSONValue = ["shares": .array(shares.map(\.json)), "boardPrivateKey": .bytes(key)]
            record.documents[.opening] = value.encoded()
            let report = Audit.run(record, through: .opened)
            #expect(report.faults.map(\.description) == [openingFault(fault)])
        }
    }

    // MARK: - A whole round

    private func openingFault(_ detail: String) -> String { "opening: opening.json: \(detail)" }

    private func expect(
        _ faults: String..., at location: SourceLocation = #_sourceLocation,
        when change: (inout MemoryRecord) -> Void
    ) throws {
        var record = try record(openers: [0, 1])
        change(&record)
        let report = Audit.run(record, through: .opened)
        #expect(report.faults.map(\.description) == faults, sourceLocation: location)
    }

    private func ground() throws -> RoundGround {
        var ground = try RoundGround(
            round, [[.first, .first, .second, .blank], [.first, .second, .first, .first]])
        ground.transcript = transcript.bytes
        ground.freeze = try ceremony.devices.map { device in
            var holder = try #require(device.holder)
            return try holder.signFreeze(of: round.manifest, transcript: transcript)
        }
        return ground
    }

    private func shares(for seal: Seal) throws -> [BoardShare] {
        try ceremony.devices.enumerated().map { place, device in
            let share = try #require(device.holder).share.bytes.unwipedCopy
            return try BoardShare(member: place, share: share, for: seal, signedBy: device.key)
        }
    }

    private func key(of shares: [BoardShare]) throws -> [UInt8] {
        let values = try shares.prefix(2).map { (place: $0.member + 1, value: try P256Scalar($0.share)) }
        return try P256Scalar.interpolatedAtZero(values).bytes.unwipedCopy
    }

    private func record(openers: [Int]) throws -> MemoryRecord {
        try record(of: SealedRoundParts(ground()), openers: openers)
    }

    private func record(of sealed: SealedRoundParts, openers: [Int]) throws -> MemoryRecord {
        var parts = sealed
        let shares = try shares(for: parts.seal)
        parts.shares = openers.map { shares[$0] }
        parts.openingKey = try key(of: parts.shares)
        var record = try parts.record()
        let tallies = Audit.run(record, through: .opened).tallies
        let minutes = try ceremony.devices.enumerated().map { place, device in
            try MinutesSignature(member: place, counting: tallies, of: parts.seal, signedBy: device.key)
        }
        record.documents[.minutes] = MinutesDocument(minutes).bytes
        return record
    }
}
