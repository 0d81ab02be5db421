public import OpenSSLKit

/// All that one installation keeps, as whoever stands above meets it: what is promised, and neither where it lies nor in
/// what form.
public protocol BallotStorage: Sendable {
    var register: any Register { get }

    /// Where it is, in words for people.
    var place: String { get }

    /// Makes the spool of a round that is being frozen; what an interrupted attempt left is removed first.
    /// - Parameters:
    ///   - tokenKeys: the contests' private keys, in the contests' order.
    ///   - gatewayKey: the private key of a gateway for relays, which goes when they go.
    /// - Throws: `StorageError`: `exists` if the round has a whole spool.
    func createSpool(
        of roundID: [UInt8], tokenKeys: [SecretBytes], gatewayKey: SecretBytes?
    ) async throws -> any BallotSpool

    /// Opens the spool of a live round, ready to take slips.
    /// - Throws: `StorageError`: `missing` if it was destroyed or never whole, `wrongKey`, `corrupt`, `locked`.
    func openSpool(of roundID: [UInt8]) async throws -> any BallotSpool

    /// Destroys what is left of a round's spool that is not open: after a crash, finishes what was begun.
    func destroySpool(of roundID: [UInt8]) async throws

    /// A round's sealed boxes, whether they are there or not.
    func boxes(of roundID: [UInt8]) -> any SealedBoxes

    /// What can be made again from all else: a round's record as an archive.
    func archive(of roundID: [UInt8]) -> KeptFile

    /// What lies where for one round.
    func holding(of roundID: [UInt8]) -> RoundHolding

    /// What lies where, of every round that anything lies of, whoever knows it.
    func holdings() throws -> [RoundHolding]

    /// Writes something that is not kept.
    /// - Throws: `StorageError`: `notWritable`, naming the file and its owner; `full`, `inputOutput`.
    func tryWriting() async throws

    func close() throws
}

/// Which files of a round are there; what is in them is another question.
public struct RoundHolding: Hashable, Sendable {
    public let roundID: [UInt8]

    /// The spool's key, whole: it appears last and goes first.
    public let hasSpoolKey: Bool
    public let hasSpoolDatabase: Bool
    public let hasBoxes: Bool

    /// Boxes that were being written when something ended it.
    public let hasUnfinishedBoxes: Bool

    /// What of it this process may not read, or not write where it has to, whose that is, and what to do; nil where all
    /// is in order.
    public let obstacle: String?

    public let places: Places

    public var hasSpool: Bool { hasSpoolKey && hasSpoolDatabase }

    /// Where to look, in words for people.
    public struct Places: Hashable, Sendable {
        /// The round's files, and its key's.
        public let round: String

        public let boxes: String

        /// What should know the round.
        public let register: String
    }
}

extension BallotStorage {
    /// The spool of a round to whose service everybody casts straight.
    public func createSpool(of roundID: [UInt8], tokenKeys: [SecretBytes]) async throws -> any BallotSpool {
        try await createSpool(of: roundID, tokenKeys: tokenKeys, gatewayKey: nil)
    }
}
