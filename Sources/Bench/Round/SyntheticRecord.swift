import Recognition
import SecretBallot
import StrictEncoding

/// The whole record of a synthetic round in which the first voters of the list voted, all that an audit looks at.
struct SyntheticRecord {
    private static let time = 1_780_000_000

    private let round: SyntheticRound
    private let ballots: [SyntheticBallot]

    private var manifest: Manifest { round.manifest }
    private var voters: ArraySlice<SyntheticVoter> { round.voters.prefix(ballots.count) }

    /// - Parameter ballots: one for each of the voters, from the first.
    init(_ round: SyntheticRound, _ ballots: [SyntheticBallot]) { (self.round, self.ballots) = (round, ballots) }

    /// Writes it as the archive that outsiders get.
    /// - Throws: an error of the file system or of the cryptographic library.
    func write(to path: String) throws {
        let attendance = try Attendance(present: voters.map(\.id), excused: [], of: manifest)
        let roll = RollEntry.roll(ballots.map(\.request))
        let boxes = boxes
        let (closing, steps) = try ending(roll)
        let times = Seal.Times(stepsHash: steps.hash, closingHash: closing.closing.hash, sealedAt: Self.time)
        let seal = Seal(
            Seal.Parts(
                boxRoot: boxes.root, attendanceHash: attendance.hash, rollHash: Hash.digest(roll), times: times),
            of: manifest)
        let tallies = try tallies()
        let outcomes = try manifest.outcomes(tallies, attendance: attendance, issued: ballots.count)
        let record = try RecordWriter(path: path, time: Int64(Self.time))
        try record.add(.manifest, manifest.bytes)
        try record.add(.guidance, round.profile.bytes)
        try record.add(.attendance, attendance.bytes)
        try record.add(.roll, roll)
        try record.add(.board, board())
        try record.add(.closing, closing.bytes)
        try record.add(.steps, steps.bytes)
        try record.add(.relays, [])
        try record.add(.boxes, boxes.bytes)
        try record.add(.seal, sealed(seal))
        try record.add(.found, found(seal))
        try record.add(.opening, opening(of: seal))
        try record.add(.tally, TallyDocument(tallies).bytes(of: manifest))
        try record.add(.outcomes, outcomes.json.encoded(indented: true))
        try record.finish()
    }

    private func ending(_ roll: [UInt8]) throws -> (ClosingDocument, RoundSteps) {
        let closing = Closing(closedAt: Self.time, rollHash: Hash.digest(roll), of: manifest.roundID)
        let step = RoundSteps.Step(state: RoundSteps.last, at: Self.time)
        return (try ClosingDocument(closing, signedBy: round.receiptKey), try RoundSteps([step], of: manifest))
    }

    private var boxes: BoxContents {
        BoxContents(
            manifest.contests.indices.map { contest in
                ballots.map { $0.slips[contest] }
                    .map { (id: (try? Slip($0).id) ?? [], slip: $0) }
                    .sorted { $0.id.lexicographicallyPrecedes($1.id) }
                    .map(\.slip)
            })
    }

    private func board() throws -> [UInt8] {
        BoardDocument(freeze: [try FreezeSignature(member: 0, of: manifest, signedBy: round.memberKey)]).bytes
    }

    private func sealed(_ seal: Seal) throws -> [UInt8] {
        try SealDocument(seal, of: manifest, sealedAt: Self.time, signedBy: round.logKey).bytes
    }

    private func found(_ seal: Seal) throws -> [UInt8] {
        FoundEntry.document(try ballots.map { try $0.found(seal) })
    }

    private func opening(of seal: Seal) throws -> [UInt8] {
        let share = try BoardShare(member: 0, share: round.boardKey.scalar, for: seal, signedBy: round.memberKey)
        return try Opening([share], for: seal, of: manifest).bytes
    }

    private func tallies() throws -> [ContestTally] {
        try manifest.contests.indices.map { contest in
            let choices = ballots.indices.map { SyntheticVoter.choice(of: $0, in: contest) }
            return try ContestTally(
                contest: contest,
                counts: SlipCounts(
                    first: choices.count { $0 == .first }, second: choices.count { $0 == .second },
                    blank: choices.count { $0 == .blank }, invalid: 0))
        }
    }
}
