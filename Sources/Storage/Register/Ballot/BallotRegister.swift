/// What belongs to a round's ballot and is no secret: who is there, and who signed what.
public protocol BallotRegister: Sendable {
    /// Sets the marks of several voters together, if the round is in one of `states`; nil: in any.
    /// - Throws: `StorageError`: `wrongState(present:)`, `missing`.
    func mark(_ marks: [String: AttendanceMark], in round: String, while states: Set<String>?) async throws

    /// The marks set so far, by voter.
    func attendance(of round: String) async throws -> [String: AttendanceMark]

    /// Keeps a voter's *found* signature; one a voter.
    /// - Returns: `repeated` if the voter has one; the first stays.
    /// - Throws: `StorageError`: `missing` if there is no such round.
    @discardableResult
    func addFound(_ signature: [UInt8], by voter: String, in round: String) async throws -> Admission

    /// The found signatures, by voter.
    func found(in round: String) async throws -> [String: [UInt8]]

    /// Keeps what a board member (a place in the manifest's list, from 0) gave at a stage; one a member and stage.
    /// - Returns: `repeated` for the same bytes again, `differs` for others; the first stay.
    /// - Throws: `StorageError`: `missing` if there is no such round.
    @discardableResult
    func addBoardSignature(_ bytes: [UInt8], by member: Int, at stage: BoardStage, in round: String)
        async throws -> Admission

    /// A stage's signatures, by member.
    func boardSignatures(at stage: BoardStage, in round: String) async throws -> [Int: [UInt8]]
}

/// Whether a voter is at the meeting.
public enum AttendanceMark: String, Sendable, CaseIterable {
    case present
    case excused
    case absent
}

/// What a board member signs.
public enum BoardStage: String, Sendable, CaseIterable {
    case freeze
    case open
    case minutes
}
