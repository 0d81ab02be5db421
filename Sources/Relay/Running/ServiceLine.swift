import SecretBallot

/// The one service that a relay works for, as it meets it.
protocol ServiceLine: Sendable {
    /// - Throws: `ServiceSilence`, `RelayRefusal.unknownRound` where the service has no such round.
    func manifest(of roundID: RoundID) async throws -> [UInt8]

    /// - Throws: as `manifest`.
    func stage(of roundID: RoundID) async throws -> ServiceStage

    /// `closing.json` and the roll; nil while voting goes on.
    func closing(of roundID: RoundID) async throws -> (closing: [UInt8], roll: [UInt8])?

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

    /// Sealed, or cancelled: nothing is taken any more.
    case over
}

/// The relay's view of time, so that tests need not wait for it.
protocol RelayClock: Sendable {
    /// Seconds since 1970.
    var now: Int { get }

    func sleep(seconds: Double) async throws
}
