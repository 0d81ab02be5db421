/// What a service keeps for good, apart from ballots that are still in the box.
///
/// Every implementation promises: *durable before it answers*: what returned without an error survives a power cut;
/// *whole*: an operation happens entirely or not at all; *unique* where a doc comment says so, whatever runs beside it;
/// and it never blocks the caller's thread. Times are seconds since 1970 UTC, always the caller's.
public protocol Register: AccountRegister, StaffTokenRegister, RoundRegister, BallotRegister, DecisionRegister,
    SecretRegister, JournalRegister
{}
