public import BallotTokens
import StrictEncoding

/// One criterion of one unit: its own token key, its own box.
public struct Contest: Sendable {
    /// From 0: criterion `index mod K` of unit `index div K`.
    public let index: Int
    public let unit: Int
    public let criterion: Int

    /// The redemption context of the contest's tokens.
    public let id: [UInt8]

    /// Verifies the contest's tokens and nothing else.
    public let tokenKey: TokenKey

    /// What the tokens answer (RFC 9577), with this contest's id in it.
    public let challenge: TokenChallenge

    static func all(
        of terms: RoundTerms, tokenKeys: [TokenKey], roundID: RoundID
    ) throws(MalformedInput) -> [Contest] {
        try tokenKeys.enumerated().map { index, key throws(MalformedInput) in
            try Contest(index: index, tokenKey: key, terms: terms, roundID: roundID)
        }
    }

    private let version: ProtocolVersion

    private init(index: Int, tokenKey: TokenKey, terms: RoundTerms, roundID: RoundID) throws(MalformedInput) {
        self.index = index
        version = terms.version
        (unit, criterion) = index.quotientAndRemainder(dividingBy: terms.criteria.count)
        id = Hash.digest(Label.contest.message(version, roundID.bytes, [UInt8](bigEndian: UInt32(index))))
        self.tokenKey = tokenKey
        challenge = try TokenChallenge(issuerName: terms.issuerName, redemptionContext: id)
    }

    /// HPKE's `info` for the contest's slips.
    var sealingInfo: [UInt8] { Label.slip.message(version, id) }

    /// The nonce that binds a token to a one-time key.
    func nonce(for oneTimeKey: [UInt8]) -> [UInt8] { Hash.digest(Label.nonce.message(version, oneTimeKey)) }
}
