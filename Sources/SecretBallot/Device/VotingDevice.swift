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
    /// Over the batch: made once, as ECDSA is random and a second one would be other bytes.
    let signature: [UInt8]
    var ballots: [DeviceBallot]

    /// Prepares the request for tokens of the voter whose access code this is.
    /// - Throws: `DeviceFault.unknownCode` if the round has no voter with that code's key.
    public init(_ manifest: Manifest, code: AccessCode) throws {
        let credential = try code.credential()
        guard let voter = manifest.voters.first(where: { $0.credentialKey == credential.publicKey }) else {
            throw DeviceFault.unknownCode
        }
        let ballots = try manifest.contests.map { try DeviceBallot(for: $0) }
        self.init(
            manifest, voter: voter.id, credential: credential,
            signature: try credential.sign(TokenBatch(ballots.map(\.pending.request)), in: manifest.roundID),
            ballots: ballots)
    }

    init(_ manifest: Manifest, voter: String, credential: Credential, signature: [UInt8], ballots: [DeviceBallot]) {
        self.manifest = manifest
        self.voter = voter
        self.credential = credential
        self.signature = signature
        self.ballots = ballots
    }

    // MARK: - Tokens

    /// The request for tokens, its body as it is sent.
    public var tokenRequest: RollEntry {
        RollEntry(voter: voter, tokenRequests: ballots.map(\.pending.request.bytes), signature: signature)
    }

    /// Takes the server's answer and makes every token of it, or none.
    /// - Throws: `DeviceFault.answerLength` or `.dishonestToken`.
    public mutating func finalize(_ responses: [[UInt8]]) throws {
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

    /// Looks for every slip in whole boxes, and says so.
    /// - Parameter boxes: all boxes, as the server gives them out.
    /// - Returns: the voter's signature over the seal.
    /// - Throws: `DeviceFault.boxRoot` if the boxes are not those of the seal, `.missingSlip` if one is not there.
    public func find(in boxes: [UInt8], of seal: Seal) throws -> FoundEntry {
        let contents = try BoxContents(boxes, of: manifest)
        guard contents.root == seal.boxRoot else { throw DeviceFault.boxRoot }
        for (contest, ballot) in ballots.enumerated() {
            guard let slip = ballot.slip, contents.boxes[contest].contains(slip) else {
                throw DeviceFault.missingSlip(contest: contest)
            }
        }
        return FoundEntry(voter: voter, signature: try credential.signFound(seal))
    }
}
