/// Why a relay does not do what it is asked.
enum RelayRefusal: String, Error, Sendable, CaseIterable {
    /// The service has no such round, or it does not name this relay.
    case unknownRound = "unknown-round"

    /// Nothing of this bundle is here, and nothing of it was ever sent.
    case unknownBundle = "unknown-bundle"

    /// The voter is none of the round's, the service issued nothing to that device, or the device did not sign.
    case voter, issued, signature

    /// The device handed over something else.
    case differs

    /// The service says that it issued this voter's tokens to more devices than are listened to.
    case contested

    /// It was released, so that it may go to another relay.
    case released

    /// It is among what is sent, and cannot be released.
    case sent

    /// The round was mixed here, or is over: nothing more is taken.
    case mixed

    /// All memory for ballots is taken, or there are too many rounds.
    case full

    /// The service is being asked about the round, or about others.
    case busy
}
