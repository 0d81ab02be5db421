/// What a service keeps for good, apart from ballots that are still in the box.
///
/// Every implementation promises: *durable before it answers*: what returned without an error survives a power cut;
/// *whole*: an operation happens entirely or not at all; *one after another*: what an operation looks at before it
/// writes is still so when it writes, whatever runs beside it; *unique* where a doc comment says so; and it never blocks
/// the caller's thread. Times are seconds since 1970 UTC, always the caller's.
public protocol Register: AccountRegister, StaffTokenRegister, FactorRegister, DeviceRegister, RoundRegister,
    BallotRegister, DecisionRegister,
    SecretRegister, JournalRegister
{
    /// The same register, seen so that every operation which changes something writes `entry` into the journal together
    /// with the change. An operation that changed nothing, such as a repeated step, writes no entry.
    func noting(_ entry: JournalEntry) -> any Register
}
