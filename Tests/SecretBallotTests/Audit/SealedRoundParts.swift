import Recognition
import StrictEncoding

@testable import SecretBallot

/// A sealed round and what follows the seal, all of it signed: of which a test may change one thing before it is
/// counted.
struct SealedRoundParts: Sendable {
    let ground: RoundGround
    let seal: Seal

    /// Over which seal, and by whom, the note is.
    var notedSeal: Seal
    var noteSigner: NoteSigner
    var found: [FoundEntry]
    var foundEnd: [UInt8] = []
    var shares: [BoardShare]
    var openingKey: [UInt8]

    init(_ ground: RoundGround) throws {
        self.ground = ground
        let (round, seal) = (ground.round, ground.seal())
        (self.seal, notedSeal, noteSigner) = (seal, seal, round.logKey)
        found = try ground.roll.compactMap { entry in
            guard let voter = round.manifest.position(ofVoter: entry.voter) else { return nil }
            return FoundEntry(voter: entry.voter, signature: try ground.signFound(seal, by: voter))
        }
        shares = [try BoardShare(member: 0, share: round.boardKey.scalar, for: seal, signedBy: round.memberKey)]
        openingKey = round.boardKey.scalar
    }

    func finder(_ voter: Int) throws -> FoundEntry {
        FoundEntry(voter: ground.round.manifest.voters[voter].id, signature: try ground.signFound(seal, by: voter))
    }

    /// The record with a count that follows from its boxes.
    func record() throws -> MemoryRecord {
        let manifest = ground.round.manifest
        var record = MemoryRecord(documents: [
            .manifest: manifest.bytes, .guidance: ground.guidance, .attendance: ground.attendanceBytes,
            .roll: ground.rollBytes, .boxes: ground.boxesBytes, .board: BoardDocument(freeze: ground.freeze).bytes,
            .seal: try sealDocument(of: manifest), .found: FoundEntry.document(found) + foundEnd,
            .opening: openingBytes,
        ])
        record.documents[.boardTranscript] = ground.transcript
        if let ending = ground.ending {
            record.documents[.closing] = try ending.closingBytes(of: ground.rollBytes)
            record.documents[.steps] = ending.stepsBytes
            record.documents[.relays] = try ending.relaysBytes(of: ground.rollBytes)
        }
        try count(&record, of: manifest)
        return record
    }

    private var openingBytes: [UInt8] {
        let value: JSONValue = ["shares": .array(shares.map(\.json)), "boardPrivateKey": .bytes(openingKey)]
        return value.encoded(indented: true)
    }

    private func sealDocument(of manifest: Manifest) throws -> [UInt8] {
        let noted = try SealDocument(
            notedSeal, of: manifest, sealedAt: ground.ending?.sealedAt ?? 1_797_570_000, signedBy: noteSigner)
        let value: JSONValue = [
            "seal": .bytes(seal.bytes), "sealedAt": .integer(noted.sealedAt), "note": .string(noted.note),
        ]
        return value.encoded(indented: true)
    }

    /// Counts what lies in the boxes, whatever else may be wrong, and signs it.
    private func count(_ record: inout MemoryRecord, of manifest: Manifest) throws {
        let audited = Audit.run(record, through: .opened).tallies
        let tallies = audited.isEmpty ? try countedApart(manifest) : audited
        record.documents[.tally] = TallyDocument(tallies).bytes(of: manifest)
        let signature = try MinutesSignature(
            member: 0, counting: tallies, of: seal, signedBy: ground.round.memberKey)
        record.documents[.minutes] = MinutesDocument([signature]).bytes
        let attendance =
            try (try? Attendance(ground.attendanceBytes, of: manifest))
            ?? Attendance(present: manifest.voters.map(\.id), excused: [], of: manifest)
        let outcomes = try manifest.outcomes(tallies, attendance: attendance, issued: ground.roll.count)
        record.documents[.outcomes] = outcomes.json.encoded()
    }

    /// For what an audit cannot count, so that the count is there and right.
    private func countedApart(_ manifest: Manifest) throws -> [ContestTally] {
        let opener = try SlipOpener(ground.round.boardKey.scalar, of: manifest)
        return try ground.boxes.enumerated().map { contest, slips in
            let choices = try slips.map { opener.choice(of: try Slip($0)) }
            func number(_ choice: Choice?) -> Int { choices.count { $0 == choice } }
            let counts = try SlipCounts(
                first: number(.first), second: number(.second), blank: number(.blank), invalid: number(nil))
            return try ContestTally(contest: contest, counts: counts)
        }
    }
}
