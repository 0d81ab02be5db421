import BallotTokens
import OpenSSLKit
import Testing

/// The tokens of the worked round: the protocol's challenges, requests, answers and authenticators.
struct RoundVectorTests {
    struct Round: Decodable, Sendable {
        let contests: [Contest]
        let voters: [Voter]
    }

    struct Contest: Decodable, Sendable {
        let contestID, tokenChallenge, challengeDigest, tokenKeyID, tokenPrivateKeyPKCS8: Base64Bytes
    }

    struct Voter: Decodable, Sendable { let slips: [Slip] }

    struct Slip: Decodable, Sendable {
        let contest: Int
        let tokenInput, salt, blind, blindedMessage, tokenRequest, blindSignature, authenticator: Base64Bytes
    }

    private static let round = Result { try Vectors.load("phieukin-round-1", as: Round.self) }

    @Test func everyToken() throws {
        let round = try Self.round.get()
        for (index, contest) in round.contests.enumerated() {
            let challenge = try TokenChallenge(
                issuerName: "phieukin.example", redemptionContext: contest.contestID.bytes)
            #expect(challenge.bytes == contest.tokenChallenge.bytes)
            #expect(try challenge.digest() == contest.challengeDigest.bytes)
            let issuer = try TokenIssuer(
                RSAPrivateKey(pkcs8: SecretBytes(copying: contest.tokenPrivateKeyPKCS8.bytes)))
            #expect(issuer.key.id == contest.tokenKeyID.bytes)
            for slip in round.voters.flatMap(\.slips) where slip.contest == index {
                try check(slip, challenge, issuer)
            }
        }
    }

    private func check(_ slip: Slip, _ challenge: TokenChallenge, _ issuer: TokenIssuer) throws {
        let nonce = Array(slip.tokenInput.bytes[2..<34])
        let pending = try TokenClient(key: issuer.key, challenge: challenge).request(
            nonce: nonce, salt: SecretBytes(copying: slip.salt.bytes),
            factor: BlindingFactor(SecretBytes(copying: slip.blind.bytes), for: issuer.key.rsa))
        #expect(pending.input.bytes == slip.tokenInput.bytes)
        #expect(pending.request.blindedMessage == slip.blindedMessage.bytes)
        #expect(pending.request.bytes == slip.tokenRequest.bytes)
        #expect(try issuer.issue(pending.request) == slip.blindSignature.bytes)
        let token = try pending.finalize(slip.blindSignature.bytes)
        #expect(token.authenticator == slip.authenticator.bytes)
        let verifier = try TokenVerifier(key: issuer.key, challenge: challenge)
        #expect(try verifier.verify(nonce: nonce, authenticator: slip.authenticator.bytes))
    }
}
