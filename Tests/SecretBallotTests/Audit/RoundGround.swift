import StrictEncoding

@testable import SecretBallot

/// What a seal closes over, all of it right: of which a test may change one thing before it is sealed.
struct RoundGround: Sendable {
    let round: SmallRound
    var freeze: [FreezeSignature]
    var guidance = SmallRound.guidance

    /// Of a board of several.
    var transcript: [UInt8]?
    var attendance: JSONValue
    var roll: [RollEntry]

    /// By their voters' places; none in version 1.
    private var deviceKeys: [Int: SigningKey] = [:]

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

    /// In version 2: how the voting ended, and what the seal says of that.
    var ending: RoundEnding?
    var sealedSteps: [UInt8]?
    var sealedClosing: [UInt8]?

    /// - Parameter choices: of the round's first voters, who are present, ask for tokens and cast; the next voter is
    ///   present without asking, and the others are absent.
    init(_ round: SmallRound, _ choices: [[Choice]]) throws {
        self.round = round
        let manifest = round.manifest
        var devices = try choices.indices.map(round.device)
        for index in devices.indices { try devices[index].mark(choices[index]) }
        freeze = [try FreezeSignature(member: 0, of: manifest, signedBy: round.memberKey)]
        let present = manifest.voters.prefix(choices.count + 1).map(\.id)
        attendance = try JSONReader(
            parsing: Attendance(present: present, excused: [], of: manifest).bytes, as: "attendance", limit: 1 << 20
        ).value
        roll = devices.map(\.tokenRequest)
        boxes = manifest.contests.indices.map { contest in Self.sorted(devices.map { $0.slips[contest] }) }
        for (voter, device) in devices.enumerated() { deviceKeys[voter] = device.deviceKey }
        if manifest.version != .one { ending = RoundEnding(round) }
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
    mutating func rollEntry(of voter: Int) throws -> RollEntry {
        let device = try VotingDevice(round.manifest, code: round.codes[voter])
        deviceKeys[voter] = device.deviceKey
        return device.tokenRequest
    }

    /// By whoever has the voter's finding key: the device of one who cast, or in version 1 the card.
    func signFound(_ seal: Seal, by voter: Int) throws -> [UInt8] {
        let version = round.manifest.version
        return try deviceKeys[voter]?.sign(seal.foundMessage)
            ?? round.codes[voter].credential(in: version).signFound(seal)
    }

    var contents: BoxContents { BoxContents(boxes) }
    var boxesBytes: [UInt8] { contents.bytes + boxesEnd }
    var rollBytes: [UInt8] { RollEntry.roll(roll) + rollEnd }
    var attendanceBytes: [UInt8] { attendance.encoded(indented: true) }

    func seal() -> Seal {
        let times = ending.map { ending in
            Seal.Times(
                stepsHash: sealedSteps ?? Hash.digest(ending.stepsBytes),
                closingHash: sealedClosing ?? ending.closing(of: rollBytes).hash, sealedAt: ending.sealedAt)
        }
        let parts = Seal.Parts(
            boxRoot: sealedBoxRoot ?? contents.root,
            attendanceHash: sealedAttendance ?? Hash.digest(attendanceBytes),
            rollHash: sealedRoll ?? Hash.digest(rollBytes), times: times)
        return Seal(
            parts, of: sealedRound ?? round.manifest.roundID, contestCount: sealedContestCount ?? boxes.count,
            in: round.manifest.version)
    }
}

/// How a round of version 2 came to its end, all of it right.
struct RoundEnding: Sendable {
    let round: SmallRound
    var closedAt = 1_797_569_900
    var sealedAt = 1_797_570_000
    var closingRoll: [UInt8]?
    var closingKey: SigningKey
    var steps: [(state: String, at: Int)] = [
        ("frozen", 1_797_560_000), ("issuing", 1_797_561_000), ("voting", 1_797_561_000), ("closing", 1_797_569_900),
    ]

    /// What the relays say: the place of one, of how many voters, signed with which key.
    var relays: [(relay: Int, voters: Int, key: SigningKey)]
    var relaysEnd: [UInt8] = []

    init(_ round: SmallRound) {
        relays = [(0, 2, round.relayKey)]
        (self.round, closingKey) = (round, round.receiptKey)
    }

    func closing(of roll: [UInt8]) -> Closing {
        Closing(closedAt: closedAt, rollHash: closingRoll ?? Hash.digest(roll), of: round.manifest.roundID)
    }

    func closingBytes(of roll: [UInt8]) throws -> [UInt8] {
        try ClosingDocument(closing(of: roll), signedBy: closingKey).bytes
    }

    func relaysBytes(of roll: [UInt8]) throws -> [UInt8] {
        let closing = closing(of: roll)
        return try relays.flatMap { relay in
            try RelayStatement(
                relay: relay.relay, voters: relay.voters, closing: closing, of: round.manifest, signedBy: relay.key
            ).json.encoded() + [UInt8(ascii: "\n")]
        } + relaysEnd
    }

    var stepsBytes: [UInt8] {
        let value: JSONValue = [
            "roundID": .bytes(round.manifest.roundID.bytes),
            "steps": .array(steps.map { ["state": .string($0.state), "at": .integer($0.at)] }),
        ]
        return value.encoded(indented: true)
    }
}
