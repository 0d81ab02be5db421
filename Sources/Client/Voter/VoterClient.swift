import SecretBallot

/// The public and the voter's side of a service: no login, no cookie, nothing that names this device.
public struct VoterClient: Sendable {
    let connection: Connection
    let patience: Patience

    /// - Parameter patience: how calls that may be repeated are repeated when their answer is lost.
    public init(_ connection: Connection, patience: Patience = .usual) {
        self.connection = connection
        self.patience = patience
    }

    public var address: ServerAddress { connection.address }

    static func path(_ roundID: RoundID, _ rest: String = "") -> String { "/rounds/\(roundID)\(rest)" }
}
