public import Recognition
public import StrictEncoding

/// A board member's own device: keeps the member's keys, and gives a signature or the share of the box's key only for
/// what it has checked itself. A board of one.
///
/// Its keys are fresh for every round; who has them can open the box, and nobody opens it without them.
public struct BoardDevice: Sendable {
    private static let format = "phieukin-board-key/1"

    /// The member's name.
    public let name: String

    private let signing: SigningKey
    private let opening: SigningKey

    /// A device with fresh keys.
    public init(name: String) { self.init(name: name, signing: SigningKey(), opening: SigningKey()) }

    init(name: String, signing: SigningKey, opening: SigningKey) {
        (self.name, self.signing, self.opening) = (name, signing, opening)
    }

    /// Goes on from what was kept.
    /// - Throws: `MalformedInput`.
    public init(stored bytes: [UInt8]) throws(MalformedInput) {
        let object = try JSONReader(parsing: bytes, as: "board key", limit: 64 << 10)
            .object(["format", "name", "signingKey", "boardKey"])
        let format = try object.member("format")
        guard try format.string() == Self.format else { throw format.wrongValue(Self.format) }
        self.init(
            name: try object.member("name").string(),
            signing: try SigningKey(object.member("signingKey").bytes(SigningKey.byteCount)),
            opening: try SigningKey(object.member("boardKey").bytes(SigningKey.byteCount)))
    }

    /// All that must be kept, secrets included: for a file that only the member can read.
    public var json: JSONValue {
        [
            "format": .string(Self.format), "name": .string(name), "signingKey": .bytes(signing.scalar),
            "boardKey": .bytes(opening.scalar),
        ]
    }

    /// The public halves, as a round registers them.
    public var board: CountingBoard {
        CountingBoard(
            threshold: 1, members: [BoardMember(name: name, key: signing.publicKey)], publicKey: opening.publicKey)
    }

    // MARK: - Freezing

    /// Signs that the manifest has this board's keys; the members have compared the list of them in person.
    /// - Throws: `BoardDeviceFault.otherBoard`; an error of the cryptographic library.
    public func signFreeze(of manifest: Manifest) throws -> FreezeSignature {
        try FreezeSignature(member: member(of: manifest), of: manifest, signedBy: signing)
    }

    // MARK: - Opening

    /// The audit before the key leaves the device. Blocks this thread and uses all cores.
    /// - Parameter progress: told, again and again, how many slips more were looked at.
    public static func audit(
        _ sealed: some RecordSource, of roundID: RoundID, progress: @escaping (Int) -> Void = { _ in }
    ) -> AuditReport {
        Audit.run(sealed, expecting: roundID, through: .sealed, progress: progress)
    }

    /// The share that opens the box.
    /// - Parameter report: of the device's own audit.
    /// - Throws: `BoardDeviceFault.doesNotHold`, `.otherBoard`; an error of the cryptographic library.
    public func share(after report: AuditReport) throws -> BoardShare {
        guard report.holds, let manifest = report.manifest, let seal = report.seal else {
            throw BoardDeviceFault.doesNotHold
        }
        return try BoardShare(member: member(of: manifest), share: opening.scalar, for: seal, signedBy: signing)
    }

    // MARK: - The minutes

    /// Opens and counts the box here, and signs the service's count if it is the same. Blocks this thread.
    /// - Parameters:
    ///   - report: of the device's own audit of the same box.
    ///   - tallies: the service's, of all contests in order.
    /// - Throws: `BoardDeviceFault.doesNotHold`, `.otherBoard`, `.otherCount`; an error of the cryptographic library.
    public func signMinutes(
        of sealed: some RecordSource, after report: AuditReport, counting tallies: [ContestTally]
    ) throws -> MinutesSignature {
        let share = try share(after: report)
        guard let manifest = report.manifest, let seal = report.seal else { throw BoardDeviceFault.doesNotHold }
        let opened = OpenedRecord(sealed, by: try Opening([share], for: seal, of: manifest))
        let counted = Audit.run(opened, expecting: manifest.roundID, through: .opened)
        guard counted.holds, counted.tallies == tallies else { throw BoardDeviceFault.otherCount }
        return try MinutesSignature(member: share.member, counting: tallies, of: seal, signedBy: signing)
    }

    private func member(of manifest: Manifest) throws(BoardDeviceFault) -> Int {
        guard let member = manifest.board.members.firstIndex(where: { $0.key == signing.publicKey }),
            manifest.board.publicKey == opening.publicKey
        else { throw .otherBoard }
        return member
    }
}
