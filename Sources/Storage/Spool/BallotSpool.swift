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

    /// Takes nothing more; returns when all that was taken is answered.
    func close() async

    /// Takes slips and issuances again, unless it is shut down or destroyed.
    func reopen()

    /// Writes the protocol's boxes: for each contest u32 count, then its slips by slipID. The file appears whole.
    /// - Throws: `StorageError`: `wrongState` unless closed, `full`, `corrupt`, `inputOutput`.
    func writeBoxes(to path: String) async throws

    /// Answers what was taken, then lets go of its files, which stay: another opening goes on from there.
    func shutDown() async throws

    /// Destroys all of it for good, the key first; repeated after a crash, it finishes.
    func destroy() async throws
}
