import StrictEncoding

@testable import SecretBallot

/// What a seal closes over, all of it right: of which a test may change one thing before it is sealed.
struct RoundGround: Sendable {
    let round: SmallRound
    var freeze: [FreezeSignature]
    var guidance = SmallRound.guidance
    var attendance: JSONValue
    var roll: [RollEntry]

    /// What stands behind the roll's last line, and behind the last box.
    var rollEnd: [UInt8] = []
    var boxesEnd: [UInt8] = []
    var boxes: [[[UInt8]]]

    /// What the seal says; each nil is what it should be.
    var sealedRound: RoundID?
    var sealedContestCount: Int?
    var sealedBoxRoot: [UInt8]?
    var sealedAttendance: [UInt8]?
    var sealedRoll: [UInt8]?

    /// - Parameter choices: of the round's first voters, who are present, ask for tokens and cast; the next voter is
    ///   present without asking, and the others are absent.
    init(_ round: SmallRound, _ choices: [[Choice]]) throws {
        self.round = round
        let manifest = round.manifest
        var devices = try choices.indices.map(round.device)
        for index in devices.indices { try devices[index].mark(choices[index]) }
        freeze = [try FreezeSignature(member: 0, of: manifest.roundID, signedBy: round.memberKey)]
        let present = manifest.voters.prefix(choices.count + 1).map(\.id)
        attendance = try JSONReader(
            parsing: Attendance(present: present, excused: [], of: manifest).bytes, as: "attendance", limit: 1 << 20
        ).value
        roll = devices.map(\.tokenRequest)
        boxes = manifest.contests.indices.map { contest in Self.sorted(devices.map { $0.slips[contest] }) }
    }

    static func sorted(_ slips: [[UInt8]]) -> [[UInt8]] {
        slips.sorted { id(of: $0).lexicographicallyPrecedes(id(of: $1)) }
    }

    private static func id(of slip: [UInt8]) -> [UInt8] { Hash.digest(Array(slip[6..<71])) }

    /// One slip of a box exchanged, the box in order again.
    mutating func replaceFirstSlip(inBox box: Int = 0, with slip: [UInt8]) {
        boxes[box] = Self.sorted([slip] + boxes[box].dropFirst())
    }

    /// The roll's line of a voter who never asked.
    func rollEntry(of voter: Int) throws -> RollEntry {
        try VotingDevice(round.manifest, code: round.codes[voter]).tokenRequest
    }

    var contents: BoxContents { BoxContents(boxes) }
    var boxesBytes: [UInt8] { contents.bytes + boxesEnd }
    var rollBytes: [UInt8] { RollEntry.roll(roll) + rollEnd }
    var attendanceBytes: [UInt8] { attendance.encoded(indented: true) }

    func seal() -> Seal {
        Seal(
            sealedRound ?? round.manifest.roundID, contestCount: sealedContestCount ?? boxes.count,
            boxRoot: sealedBoxRoot ?? contents.root,
            attendanceHash: sealedAttendance ?? Hash.digest(attendanceBytes),
            rollHash: sealedRoll ?? Hash.digest(rollBytes))
    }
}
