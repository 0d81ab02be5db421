public import OpenSSLKit

/// All of a live round that must not outlive its sealing: token keys, issuances, slips.
///
/// Every implementation promises: *durable before it answers*: what was accepted survives a power cut; *unique*: one
/// issuance a voter, one slip a slipID, whoever else asks at the same time; *unlinkable*: once destroyed, nothing left
/// tells a slip's order, time or neighbours; until then, nothing does to who has not the spool's key. A call that
/// throws was not acknowledged and may be repeated.
public protocol BallotSpool: Sendable {
    /// How many contests there are, each with a token key.
    var contests: Int { get }

    var counts: SpoolCounts { get }

    /// The contests' private token keys, in the contests' order, as they were given.
    func tokenKeys() async throws -> [SecretBytes]

    /// The private key to which relayed slips are encrypted, as it was given; nil where there is none.
    func gatewayKey() async throws -> SecretBytes?

    /// Keeps a voter's first batch. A batch of the same digest is a repetition.
    /// - Throws: `StorageError`: `full`, `closed`, `malformed`, `inputOutput`.
    func issue(_ issuance: Issuance) async throws -> Admission

    func issuance(of voter: Int) async throws -> Issuance?

    /// All issuances, by voter.
    func issuances() async throws -> [Issuance]

    /// Keeps the first slip of a slipID. The same bytes for the same contest are a repetition.
    /// - Parameters:
    ///   - slipID: 32 bytes.
    ///   - slip: 473 bytes, checked by the caller.
    /// - Throws: `StorageError`: `full`, `closed`, `malformed`, `inputOutput`.
    func cast(slipID: [UInt8], contest: Int, slip: [UInt8]) async throws -> Admission

    /// Keeps slips as the other does one, in a single transaction: where it throws, none of them was acknowledged.
    /// - Returns: what became of each, in order.
    func cast(_ slips: [CastSlip]) async throws -> [Admission]

    /// Keeps what the end of voting fixed, beside what it fixed: the first stands, whatever a register says later.
    /// - Throws: `StorageError`: `full`, `closed`, `inputOutput`.
    func keep(closing: [UInt8]) async throws -> Admission

    /// As it was kept; nil while voting has not ended.
    func closing() async throws -> [UInt8]?

    /// Takes nothing more; returns when all that was taken is answered.
    func close() async

    /// Takes slips and issuances again, unless it is shut down or destroyed.
    func reopen()

    /// Lends the protocol's boxes: for each contest u32 count, then its slips by slipID.
    /// - Parameter body: is given what hands them over in chunks, as often as it is called.
    /// - Throws: `StorageError`: `wrongState` where it takes slips, `corrupt`, `inputOutput`; whatever `body` throws.
    func withBoxes<Value: Sendable>(_ body: @Sendable (_ read: BoxReading) throws -> Value) async throws -> Value

    /// Answers what was taken, then lets go of its files, which stay: another opening goes on from there.
    func shutDown() async throws

    /// Destroys all of it for good, the key first; repeated after a crash, it finishes.
    func destroy() async throws
}

/// A slip that was checked, to be kept.
public struct CastSlip: Hashable, Sendable {
    /// 32 bytes.
    public let slipID: [UInt8]
    public let contest: Int

    /// 473 bytes.
    public let bytes: [UInt8]

    public init(slipID: [UInt8], contest: Int, bytes: [UInt8]) {
        (self.slipID, self.contest, self.bytes) = (slipID, contest, bytes)
    }
}

/// What a spool holds, and how it came there.
public struct SpoolCounts: Hashable, Sendable {
    /// Voters issued to.
    public var issued: Int

    /// Slips of all contests.
    public var slips: Int

    /// Transactions since the spool was opened; fewer than what they wrote, where callers shared them.
    public var commits: Int

    public init(issued: Int, slips: Int, commits: Int) {
        self.issued = issued
        self.slips = slips
        self.commits = commits
    }
}

/// What a store of first writes answers.
public enum Admission: Hashable, Sendable {
    /// The first: it is durable now.
    case accepted
    /// The same was there already.
    case repeated
    /// Another was there already, and stays.
    case differs
}
