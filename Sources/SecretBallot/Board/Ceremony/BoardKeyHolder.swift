import OpenSSLKit
public import Recognition

/// A member of a board of several after the ceremony: signs one freeze for the board's key, ever, and releases its
/// share for that round and one seal only. What it did is kept with its keys before anything is sent.
public struct BoardKeyHolder: Sendable {
    public let name: String

    /// The member's place in the board, from 0.
    public let place: Int

    let key: SigningKey
    let dkgKey: P256Scalar
    let share: P256Scalar

    /// The board as the ceremony made it; nil on a device that came back from a saved copy.
    let board: Made?

    /// The round whose freeze was signed.
    public private(set) var frozen: RoundID?

    /// The hash of the seal for which the share was released.
    var released: [UInt8]?

    init(
        name: String, key: SigningKey, dkgKey: P256Scalar, share: P256Scalar, place: Int, board: Made?,
        frozen: RoundID? = nil
    ) {
        (self.name, self.key, self.dkgKey, self.share) = (name, key, dkgKey, share)
        (self.place, self.board, self.frozen) = (place, board, frozen)
    }

    /// The members' keys in order, and H(T).
    struct Made: Sendable, Hashable {
        let members: [VerifyingKey]
        let transcript: [UInt8]
    }

    /// Signs that a round has the board's key, and its members' keys, as this device knows them.
    /// - Throws: `BoardKeyFault.otherBoard`, `.otherRound`; an error of the cryptographic library.
    public mutating func signFreeze(
        of manifest: Manifest, transcript: BoardTranscript
    ) throws -> FreezeSignature {
        guard transcript.contradiction(with: manifest.board) == nil,
            board == Made(members: manifest.board.members.map(\.key), transcript: transcript.hash)
        else { throw BoardKeyFault.otherBoard }
        guard frozen == nil || frozen == manifest.roundID else { throw BoardKeyFault.otherRound }
        frozen = manifest.roundID
        return try FreezeSignature(member: place, of: manifest, signedBy: key)
    }

    /// The share that helps to open the box.
    /// - Parameter report: of the device's own audit.
    /// - Throws: `BoardDeviceFault.doesNotHold`, `.otherBoard`; `BoardKeyFault.otherRound`, `.otherSeal`; an error of
    ///   the cryptographic library.
    public mutating func release(after report: AuditReport) throws -> BoardShare {
        let (manifest, seal) = try sealed(report)
        return try release(for: seal, of: manifest.roundID)
    }

    /// The count of an opened box, made on this machine. Blocks this thread and uses all cores.
    /// - Parameters:
    ///   - sealed: downloaded by this device.
    ///   - opening: as the service has it by now.
    public static func count(
        _ sealed: some RecordSource, opened opening: Opening, of roundID: RoundID
    ) -> AuditReport {
        Audit.run(OpenedRecord(sealed, by: opening), expecting: roundID, through: .opened)
    }

    /// Signs the service's count if it is this device's own.
    ///
    /// - Parameters:
    ///   - report: of the device's own audit of the opened box.
    ///   - tallies: the service's, of all contests in order.
    /// - Throws: `BoardDeviceFault.doesNotHold`, `.otherBoard`, `.otherCount`; an error of the cryptographic library.
    public func signMinutes(after report: AuditReport, counting tallies: [ContestTally]) throws -> MinutesSignature {
        let seal = try sealed(report).seal
        guard report.tallies == tallies, !tallies.isEmpty else { throw BoardDeviceFault.otherCount }
        return try MinutesSignature(member: place, counting: tallies, of: seal, signedBy: key)
    }

    private func sealed(_ report: AuditReport) throws(BoardDeviceFault) -> (manifest: Manifest, seal: Seal) {
        guard report.holds, let manifest = report.manifest, let seal = report.seal else { throw .doesNotHold }
        let members = manifest.board.members
        guard members.indices.contains(place), members[place].key == key.publicKey else { throw .otherBoard }
        return (manifest, seal)
    }

    mutating func release(for seal: Seal, of roundID: RoundID) throws -> BoardShare {
        guard frozen == roundID else { throw BoardKeyFault.otherRound }
        guard released == nil || released == seal.hash else { throw BoardKeyFault.otherSeal }
        released = seal.hash
        return try BoardShare(member: place, share: share.bytes.unwipedCopy, for: seal, signedBy: key)
    }

    /// What the member saves apart from the device, before the freeze is signed.
    public func copy(for roundID: RoundID) -> BoardKeyCopy {
        BoardKeyCopy(key: key, dkgKey: dkgKey, share: share, roundID: roundID)
    }
}

/// What a member's device does not do.
public enum BoardKeyFault: Error, Sendable, Hashable, CustomStringConvertible {
    case otherBoard
    case otherRound
    case otherSeal

    public var description: String {
        switch self {
        case .otherBoard: "the round's board is not the one that this device made a key with"
        case .otherRound: "this device signed the freeze of another round with this key, or of none"
        case .otherSeal: "this device released its share for another seal of this round"
        }
    }
}
