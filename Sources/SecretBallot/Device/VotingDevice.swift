import BallotTokens
import StrictEncoding

/// A voter's device: asks for tokens, makes the slips, keeps the receipts, finds the slips in the sealed box.
///
/// Its secrets are fresh randomness, never derived from the access code. They must be stored (`json`) before the
/// request for tokens is sent and before the first slip is cast, so that both can be repeated byte for byte after a
/// lost answer, and erased once the voter has checked the box.
public struct VotingDevice: Sendable {
    public let voter: String
    public let manifest: Manifest

    let credential: Credential

    /// Says that the slips were found, and hands them to a relay; nil in version 1. Only this device has it.
    let deviceKey: SigningKey?

    /// The service's word that it issued tokens for the device key: there with the tokens, in version 2.
    var issued: [UInt8]?

    /// Over the batch: made once, as ECDSA is random and a second one would be other bytes.
    let signature: [UInt8]
    var ballots: [DeviceBallot]

    /// Through which relay the slips go; nil where they go directly.
    public internal(set) var passage: Passage?

    /// Prepares the request for tokens of the voter whose access code this is.
    /// - Throws: `DeviceFault.unknownCode` if the round has no voter with that code's key.
    public init(_ manifest: Manifest, code: AccessCode) throws {
        guard let (voter, credential) = try code.holder(in: manifest) else { throw DeviceFault.unknownCode }
        let deviceKey = manifest.version == .one ? nil : SigningKey()
        let ballots = try manifest.contests.map { try DeviceBallot(for: $0) }
        self.init(
            manifest, voter: voter.id, credential: credential, deviceKey: deviceKey,
            signature: try credential.sign(
                TokenBatch(ballots.map(\.pending.request)), deviceKey: deviceKey?.publicKey, of: manifest),
            ballots: ballots)
    }

    init(
        _ manifest: Manifest, voter: String, credential: Credential, deviceKey: SigningKey?, issued: [UInt8]? = nil,
        signature: [UInt8], ballots: [DeviceBallot]
    ) {
        (self.deviceKey, self.issued) = (deviceKey, issued)
        self.manifest = manifest
        self.voter = voter
        self.credential = credential
        self.signature = signature
        self.ballots = ballots
    }

    // MARK: - Tokens

    /// The request for tokens, its body as it is sent.
    public var tokenRequest: RollEntry {
        RollEntry(
            voter: voter, deviceKey: deviceKey?.publicKey, tokenRequests: ballots.map(\.pending.request.bytes),
            signature: signature)
    }

    /// Takes the server's answer and makes every token of it, or none.
    /// - Parameter issued: the service's word on the device key; nil in version 1.
    /// - Throws: `DeviceFault.answerLength`, `.notIssuedHere` or `.dishonestToken`.
    public mutating func finalize(_ responses: [[UInt8]], issued: [UInt8]? = nil) throws {
        try checkIssued(issued)
        guard responses.count == ballots.count else { throw DeviceFault.answerLength(expected: ballots.count) }
        var finished = ballots
        for index in finished.indices {
            do {
                try finished[index].finalize(responses[index])
            } catch {
                throw DeviceFault.dishonestToken(contest: index)
            }
        }
        ballots = finished
        self.issued = issued
    }

    private func checkIssued(_ issued: [UInt8]?) throws(DeviceFault) {
        guard let key = deviceKey?.publicKey else { return }
        guard let issued, Issued.isValid(issued, for: voter, deviceKey: key, of: manifest) else { throw .notIssuedHere }
    }

    public var hasTokens: Bool { ballots.allSatisfy { $0.authenticator != nil } }

    // MARK: - Slips

    /// Encrypts the marks into slips, once and for good: one for each contest, blank where there is no mark.
    /// - Throws: `DeviceFault.markCount`, or `.wrongMoment` without tokens or when the slips were made before.
    public mutating func mark(_ choices: [Choice]) throws {
        guard choices.count == ballots.count else { throw DeviceFault.markCount(expected: ballots.count) }
        guard hasTokens else { throw DeviceFault.wrongMoment("the tokens come first") }
        guard slips.isEmpty else { throw DeviceFault.wrongMoment("the slips were made before and are final") }
        let maker = try SlipMaker(manifest)
        for (contest, choice) in zip(manifest.contests, choices) {
            try ballots[contest.index].fill(choice, in: contest, maker: maker)
        }
    }

    /// The slips in the contests' order; empty before they are made. Cast them in random order, one a request.
    public var slips: [[UInt8]] { ballots.compactMap(\.slip) }

    /// The contests whose slips have no receipt yet.
    public var uncast: [Int] { ballots.indices.filter { ballots[$0].receipt == nil } }

    /// Keeps the receipt of one slip.
    /// - Throws: `DeviceFault.badReceipt`.
    public mutating func keep(receipt: [UInt8], forContest contest: Int) throws {
        guard let slip = ballots[contest].slip, Receipt.isValid(receipt, for: slip, of: manifest) else {
            throw DeviceFault.badReceipt(contest: contest)
        }
        ballots[contest].receipt = receipt
    }

    // MARK: - Finding

    /// Looks for every slip in whole boxes, and for the voter's own line in the roll, and says so.
    /// - Parameters:
    ///   - boxes: all boxes, as the server gives them out.
    ///   - roll: as the server gives it out; in version 1 nobody needs it.
    ///   - clock: seconds since 1970, where the device watched the sealing.
    /// - Returns: the voter's signature over the seal.
    /// - Throws: `DeviceFault.boxRoot` or `.roll` if they are not those of the seal, `.missingSlip` if a slip is not
    ///   there, `.otherLine` if the voter's line is not this device's, `.sealedAt`.
    public func find(in boxes: [UInt8], roll: [UInt8] = [], of seal: Seal, clock: Int? = nil) throws -> FoundEntry {
        if let deviceKey { try checkRoll(roll, deviceKey.publicKey, of: seal, clock: clock) }
        let contents = try BoxContents(boxes, of: manifest)
        guard contents.root == seal.boxRoot else { throw DeviceFault.boxRoot }
        for (contest, ballot) in ballots.enumerated() {
            guard let slip = ballot.slip, contents.boxes[contest].contains(slip) else {
                throw DeviceFault.missingSlip(contest: contest)
            }
        }
        let signature = try deviceKey?.sign(seal.foundMessage) ?? credential.signFound(seal)
        return FoundEntry(voter: voter, signature: signature)
    }

    private func checkRoll(_ roll: [UInt8], _ deviceKey: VerifyingKey, of seal: Seal, clock: Int?) throws {
        guard Hash.digest(roll) == seal.parts.rollHash else { throw DeviceFault.roll }
        let own = tokenRequest.json.encoded()
        guard roll.split(separator: UInt8(ascii: "\n")).contains(where: { $0.elementsEqual(own) }) else {
            throw DeviceFault.otherLine
        }
        if let clock, let sealedAt = seal.parts.times?.sealedAt, abs(clock - sealedAt) > Self.clockTolerance {
            throw DeviceFault.sealedAt
        }
    }

    /// How far a seal's time may be from the clock of whoever watched the sealing, in seconds.
    static let clockTolerance = 600
}
