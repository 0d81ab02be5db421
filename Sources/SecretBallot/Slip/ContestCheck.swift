import BallotTokens

/// The part of the slip check that belongs to one contest: its token key, and all that a token input says of it.
struct ContestCheck: Sendable {
    private let verifier: TokenVerifier

    init(_ contest: Contest) throws {
        verifier = try TokenVerifier(key: contest.tokenKey, challenge: contest.challenge)
    }

    func accepts(_ slip: Slip) -> Bool {
        (try? verifier.verify(
            nonce: Contest.nonce(for: slip.oneTimeKey), authenticator: slip.authenticator)) == true
    }
}
