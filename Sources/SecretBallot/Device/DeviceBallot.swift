import BallotTokens
import StrictEncoding

/// What a device holds for one contest, from the blinded request to the receipt.
struct DeviceBallot: Sendable {
    let oneTimeKey: SigningKey
    let pending: PendingToken
    var authenticator: [UInt8]?
    var slip: [UInt8]?
    var receipt: [UInt8]?

    init(for contest: Contest) throws {
        oneTimeKey = SigningKey()
        pending = try TokenClient(key: contest.tokenKey, challenge: contest.challenge)
            .request(nonce: contest.nonce(for: oneTimeKey.publicKey.bytes))
    }

    init(oneTimeKey: SigningKey, pending: PendingToken) {
        self.oneTimeKey = oneTimeKey
        self.pending = pending
    }

    mutating func finalize(_ response: [UInt8]) throws {
        authenticator = try pending.finalize(response).authenticator
    }

    mutating func fill(_ choice: Choice, in contest: Contest, maker: SlipMaker) throws {
        guard let authenticator else { throw DeviceFault.wrongMoment("the tokens come first") }
        slip = try maker.slip(choice, in: contest, oneTimeKey: oneTimeKey, authenticator: authenticator)
    }
}
