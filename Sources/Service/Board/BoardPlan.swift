import SecretBallot
import StrictEncoding

/// A board of several, from its planning on: its seats, and the attempt at making its key. One document of the round,
/// written whole with each change.
struct BoardPlan: Sendable {
    private static let format = "phieukin-board-plan/2"

    /// Who broke attempts long ago is in the journal.
    private static let keptFindings = 20

    let threshold: Int
    var seats: [PlannedSeat]

    /// From 1.
    private(set) var attempt = 1

    /// Once all have registered in this attempt.
    var ceremony: CeremonyCoordinator?

    /// Who broke attempts, oldest first.
    private(set) var findings: [PlanFinding] = []

    /// A plan that nobody has registered for, with a code for each seat.
    /// - Throws: `OpenSSLError`.
    static func made(_ order: BoardOrder) throws -> (plan: BoardPlan, invitations: [Invitation]) {
        let invitations = try order.names.enumerated().map { place, name in
            Invitation(place: place, name: name, code: try InvitationCode.random())
        }
        let seats = invitations.map { PlannedSeat(name: $0.name, codeDigest: $0.code.digest) }
        return (BoardPlan(threshold: order.threshold, seats: seats), invitations)
    }

    private init(threshold: Int, seats: [PlannedSeat]) { (self.threshold, self.seats) = (threshold, seats) }

    // MARK: - How far it is

    /// The board, once its key is made.
    /// - Throws: `MalformedInput`.
    func board() throws -> CountingBoard? {
        guard let ceremony, let transcript = ceremony.transcript else { return nil }
        return try CountingBoard(of: ceremony.ceremony, named: seats.map(\.name), transcript: transcript)
    }

    var isMade: Bool { ceremony?.transcript != nil }

    /// Who broke the present attempt.
    var finding: PlanFinding? { findings.last.flatMap { $0.attempt == attempt ? $0 : nil } }

    /// The place whose code has this digest.
    func place(shownBy digest: [UInt8]) -> Int? { seats.firstIndex { $0.codeDigest == digest } }

    // MARK: - Attempts

    /// - Parameters:
    ///   - number: of the attempt that shall begin: the one after the present; the present one has begun already.
    ///   - names: of the warnings that were read and accepted.
    /// - Throws: `Problem.otherAttempt`; `.ceremonyEarly` where evidence is needed and there is none;
    ///   `.unacknowledgedWarnings` where the key is made.
    mutating func beginAttempt(
        _ number: Int, onEvidenceAlone: Bool, acknowledging names: Set<String> = []
    ) throws(Problem) {
        guard number != attempt else { return }
        guard number == attempt + 1 else { throw otherAttempt }
        guard !onEvidenceAlone || ceremony?.evidence != nil else { throw Problem(.ceremonyEarly) }
        if isMade { try StepWarning.require([.boardReplaced(seats.map(\.name))], acknowledged: names) }
        (attempt, ceremony) = (number, nil)
        for place in seats.indices { seats[place].registration = nil }
    }

    var otherAttempt: Problem { Problem(.otherAttempt, members: [("attempt", .integer(attempt))]) }

    /// Names whoever broke the attempt, if what was taken shows it.
    mutating func noteFinding() throws {
        guard let ceremony, let finding = try ceremony.evidence?.finding(in: ceremony.ceremony) else { return }
        findings.append(PlanFinding(finding, in: attempt, named: seats[finding.member].name))
        findings = findings.suffix(Self.keptFindings)
    }

    // MARK: - Keeping

    /// Whether a document is one of these.
    static func isFormat(of reader: JSONReader) -> Bool {
        guard let format = try? reader.looseObject().optional("format")?.string() else { return false }
        return format == Self.format
    }

    /// - Throws: `MalformedInput` if it is damaged, and what reading a ceremony throws.
    init(stored reader: JSONReader) throws {
        let object = try reader.object(["format", "threshold", "attempt", "seats", "findings"], optional: ["ceremony"])
        threshold = try object.member("threshold").integer()
        attempt = try object.member("attempt").integer()
        seats = try object.member("seats").array().map { try PlannedSeat(stored: $0) }
        findings = try object.member("findings").array().map { try PlanFinding(stored: $0) }
        ceremony = try object.optional("ceremony").map { try CeremonyCoordinator(stored: $0.value.encoded()) }
    }

    var stored: JSONValue {
        let value: JSONValue = [
            "format": .string(Self.format), "threshold": .integer(threshold), "attempt": .integer(attempt),
            "seats": .array(seats.map(\.stored)), "findings": .array(findings.map(\.stored)),
        ]
        return value.adding("ceremony", ceremony?.json)
    }
}
