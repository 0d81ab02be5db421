import SecretBallot

/// What a relay keeps beyond its own life: which rounds it knows, what it released, and the order it mixed.
///
/// Every implementation promises: *durable before it returns*; *whole or not at all*: after a crash a file is there as it
/// was written or not there. Nothing that is kept says whose anything is.
protocol RelayStorage: Sendable {
    /// All rounds that were ever adopted.
    func rounds() throws -> [KeptRound]

    func adopt(_ manifest: Manifest) throws

    func keep(release mark: [UInt8], of roundID: RoundID) throws

    /// - Parameter count: of how many voters bundles are held, which themselves are kept nowhere.
    func keep(held count: Int, of roundID: RoundID) throws

    /// - Throws: also where another order was kept already: a round is mixed once.
    func keep(_ order: MixedOrder, of roundID: RoundID) throws

    /// The round is over: its messages go, what says that it was mixed stays for ever.
    func finish(_ roundID: RoundID) throws

    /// The round is over without having been mixed.
    /// - Parameter time: in seconds since 1970.
    func end(_ roundID: RoundID, at time: Int) throws

    /// - Parameter time: since when the service does not know the round, or says without proof that it is over, in
    ///   seconds since 1970; nil where neither is so.
    func keep(missingSince time: Int?, of roundID: RoundID) throws

    /// Removes all that there is of a round.
    func forget(_ roundID: RoundID) throws
}

/// A round as it was found at the start.
struct KeptRound: Sendable {
    let manifest: Manifest
    let released: Set<[UInt8]>

    /// Of how many voters bundles were held at last.
    let held: Int

    /// Nil where nothing was mixed yet.
    let order: MixedOrder?

    /// Whether the service has all that was mixed, or is past taking it.
    let isFinished: Bool

    /// When it ended without having been mixed, and since when the service does not know it.
    let endedAt: Int?
    let missingSince: Int?
}
