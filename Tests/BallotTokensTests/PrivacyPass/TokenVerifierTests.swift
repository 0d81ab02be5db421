import BallotTokens
import OpenSSLKit
import StrictEncoding
import Testing

struct TokenVerifierTests {
    private let nonce = [UInt8](repeating: 1, count: 32)
    private let token: Token
    private let key: TokenKey
    private let verifier: TokenVerifier

    init() throws {
        let issuer = try TokenIssuer(TestKeys.one.get())
        let challenge = try TokenChallenge(issuerName: "issuer.example")
        let pending = try TokenClient(key: issuer.key, challenge: challenge).request(nonce: nonce)
        token = try pending.finalize(issuer.issue(pending.request))
        key = issuer.key
        verifier = try TokenVerifier(key: key, challenge: challenge)
    }

    @Test func acceptsTheToken() throws {
        #expect(try verifier.verify(token))
        #expect(try verifier.verify(nonce: nonce, authenticator: token.authenticator))
    }

    @Test func refusesOtherNoncesChallengesAndKeys() throws {
        let otherNonce = [UInt8](repeating: 2, count: 32)
        #expect(try !verifier.verify(nonce: otherNonce, authenticator: token.authenticator))
        #expect(reason { try verifier.verify(nonce: [1], authenticator: token.authenticator) } == .wrongLength)
        let elsewhere = try TokenChallenge(issuerName: "issuer.example", originInfo: "elsewhere.example")
        #expect(try !TokenVerifier(key: key, challenge: elsewhere).verify(token))
        let otherKey = try TokenKey(TestKeys.other.get().publicKey)
        let otherVerifier = try TokenVerifier(key: otherKey, challenge: TokenChallenge(issuerName: "issuer.example"))
        #expect(try !otherVerifier.verify(token))
        #expect(try !otherVerifier.verify(nonce: nonce, authenticator: token.authenticator))
    }

    @Test func refusesEveryDamage() throws {
        let bytes = token.bytes
        #expect(try Token(parsing: bytes) == token)
        for bit in stride(from: 16, to: bytes.count * 8, by: 23) {
            var damaged = bytes
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(try !verifier.verify(Token(parsing: damaged)))
        }
        #expect(reason { try Token(parsing: Array(bytes.dropLast())) } == .wrongLength)
        #expect(reason { try Token(parsing: bytes + [0]) } == .trailingBytes)
        #expect(reason { try Token(parsing: [0, 1] + bytes.dropFirst(2)) } == .wrongType)
    }

    @Test func refusesAuthenticatorsOfOtherLengthsAndValues() throws {
        let short = Array(token.authenticator.dropLast())
        for wrong in [[], short, token.authenticator + [0], key.rsa.modulus, [UInt8](repeating: 0, count: 256)] {
            #expect(try !verifier.verify(nonce: nonce, authenticator: wrong))
        }
    }
}
