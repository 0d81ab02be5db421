import BallotTokens
import Foundation
import OpenSSLKit
import Testing

/// RFC 9578 appendix A.2, every value of every vector.
struct RFC9578Tests {
    struct Vector: Decodable, Sendable {
        let skS, pkS, tokenChallenge, nonce, blind, salt, tokenRequest, tokenResponse, token: HexBytes
    }

    private static let vectors = Result { try Vectors.load("rfc9578-type2", as: [Vector].self) }

    @Test(arguments: 0..<5)
    func wholeRun(index: Int) throws {
        let vector = try Self.vectors.get()[index]
        let issuer = try TokenIssuer(RSAPrivateKey(pkcs8: Self.pkcs8(pem: vector.skS.bytes)))
        let key = try TokenKey(parsing: vector.pkS.bytes)
        #expect(issuer.key == key)
        #expect(key.bytes == vector.pkS.bytes)

        let challenge = try TokenChallenge(parsing: vector.tokenChallenge.bytes)
        #expect(challenge.bytes == vector.tokenChallenge.bytes)
        let pending = try TokenClient(key: key, challenge: challenge).request(
            nonce: vector.nonce.bytes, salt: SecretBytes(copying: vector.salt.bytes),
            factor: BlindingFactor(SecretBytes(copying: vector.blind.bytes), for: key.rsa))
        #expect(pending.request.bytes == vector.tokenRequest.bytes)
        let response = try issuer.issue(TokenRequest(parsing: vector.tokenRequest.bytes))
        #expect(response == vector.tokenResponse.bytes)
        let token = try pending.finalize(response)
        #expect(token.bytes == vector.token.bytes)

        let verifier = try TokenVerifier(key: key, challenge: challenge)
        #expect(try verifier.verify(Token(parsing: vector.token.bytes)))
        #expect(try verifier.verify(nonce: vector.nonce.bytes, authenticator: token.authenticator))
    }

    private static func pkcs8(pem: [UInt8]) throws -> SecretBytes {
        let lines = String(decoding: pem, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("-----") }
        return SecretBytes(copying: try #require(Data(base64Encoded: lines.joined())))
    }
}
