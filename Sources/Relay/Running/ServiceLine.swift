import SecretBallot
import StrictEncoding

/// The one service that a relay works for, as it meets it.
protocol ServiceLine: Sendable {
    /// - Throws: `ServiceSilence`, `RelayRefusal.unknownRound` where the service has no such round.
    func manifest(of roundID: RoundID) async throws -> [UInt8]

    /// - Throws: as `manifest`.
    func stage(of roundID: RoundID) async throws -> ServiceStage

    /// `closing.json` and the roll; nil while voting goes on.
    func closing(of roundID: RoundID) async throws -> (closing: [UInt8], roll: [UInt8])?

    /// What shows that the round is over, not looked at; nil where there is nothing.
    /// - Throws: as `manifest`.
    func ending(of roundID: RoundID) async throws -> ServiceEnding?

    /// Sends a list of messages to the gateway.
    /// - Parameter pass: for these bytes.
    /// - Returns: the body of an answer of status 200.
    /// - Throws: for everything else.
    func send(_ messages: [UInt8], _ pass: GatewayPass, of roundID: RoundID) async throws -> [UInt8]

    /// - Throws: unless the service has the statement.
    func post(_ statement: RelayStatement, of roundID: RoundID) async throws
}

/// Where a round stands at the service, as far as it concerns a relay.
enum ServiceStage: Sendable {
    /// Voting goes on, or will.
    case open

    /// Voting has closed, and slips are taken.
    case closing

    /// Sealed, or cancelled, as the service says: nothing is taken any more.
    case over
}

/// What a service signs when a round is over: without it that is only a word, which ends no round here.
enum ServiceEnding: Sendable {
    /// `seal.json`.
    case seal([UInt8])
    case cancellation([UInt8])

    /// - Throws: `MalformedInput` unless the service that the manifest names signed it, for this round.
    func requireGood(for manifest: Manifest) throws(MalformedInput) {
        switch self {
        case .seal(let bytes):
            guard try SealDocument(bytes, of: manifest).isNoted(in: manifest) else {
                throw MalformedInput(.wrongValue, at: "seal.note", "the service's over this seal")
            }
        case .cancellation(let bytes): _ = try CancellationDocument(bytes, of: manifest)
        }
    }
}

/// The relay's view of time, so that tests need not wait for it.
protocol RelayClock: Sendable {
    /// Seconds since 1970.
    var now: Int { get }

    func sleep(seconds: Double) async throws
}
