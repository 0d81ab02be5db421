public import SecretBallot
import StrictEncoding

/// A member's seat on a round's board of several: no login and no cookie, the invitation's code alone.
///
/// Whatever is sent may be sent again: the service takes it once.
public struct SeatClient: Sendable {
    private let connection: Connection
    private let credential: StaffCredential
    private let path: String

    /// - Parameters:
    ///   - round: the service's own name of the round.
    ///   - code: as it stands on the invitation.
    public init(_ connection: Connection, round: String, code: String) {
        self.connection = connection
        credential = .token(code)
        path = "/board/" + Call.segment(round)
    }

    // MARK: - Looking

    public func view() async throws -> SeatView {
        try await connection.read(signed(Call(.get, path)), SeatView.init(reading:))
    }

    /// opening.json and tally.json, from opened on: not public before the round is certified.
    public func count(of manifest: Manifest) async throws -> (opening: Opening, tally: TallyDocument) {
        let opening = try await connection.document(signed(Call(.get, path + "/opening")))
        let tally = try await connection.document(signed(Call(.get, path + "/tally", limit: Call.documentLimit)))
        return (try Opening(opening), try TallyDocument(tally, of: manifest))
    }

    // MARK: - Making the key

    public func register(_ member: CeremonyMember, in attempt: Int) async throws {
        try await send("/registration", member.json.adding("attempt", .integer(attempt)))
    }

    public func send(_ commitment: SignedCommitment) async throws { try await send("/commitment", commitment.json) }
    public func send(_ message: SignedFirstMessage) async throws { try await send("/message", message.json) }
    public func send(_ accusation: Accusation) async throws { try await send("/accusation", accusation.json) }

    /// - Parameter certification: 65 bytes.
    public func send(certification: [UInt8], of place: Int) async throws {
        try await send("/certification", ["member": .integer(place), "signature": .bytes(certification)])
    }

    /// Begins the attempt after one that a member broke.
    public func beginAttempt(_ number: Int) async throws { try await send("/attempt", ["attempt": .integer(number)]) }

    // MARK: - Freezing, opening, the minutes

    /// Says that the saved copy was proved on this device.
    public func proveCopy() async throws { try await send("/proof", [:]) }

    public func sign(_ signature: FreezeSignature) async throws { try await send("/freeze-signature", signature.json) }

    /// - Throws: `ServerProblem` with `unacknowledged-warnings` and the warnings; with `opening` for a share that is not
    ///   this member's.
    public func open(with share: BoardShare, acknowledging warnings: [String] = []) async throws {
        let acknowledged = warnings.isEmpty ? nil : JSONValue.array(warnings.map(JSONValue.string))
        try await send("/share", share.json.adding("acknowledge", acknowledged))
    }

    public func sign(_ signature: MinutesSignature) async throws {
        try await send("/minutes-signature", signature.json)
    }

    private func send(_ step: String, _ body: JSONValue) async throws {
        _ = try await connection.send(signed(Call(.post, path + step, body)))
    }

    private func signed(_ call: Call) -> Call {
        var call = call
        call.credential = credential
        return call
    }
}
