import BallotTokens
import OpenSSLKit
import StrictEncoding
import Testing

struct PendingTokenTests {
    private let nonce = [UInt8](repeating: 1, count: 32)
    private let issuer: TokenIssuer
    private let client: TokenClient

    init() throws {
        issuer = try TokenIssuer(TestKeys.one.get())
        client = try TokenClient(key: issuer.key, challenge: TokenChallenge(issuerName: "issuer.example"))
    }

    @Test func survivesBeingStored() throws {
        let pending = try client.request(nonce: nonce)
        let restored = try PendingToken(serialized: pending.serialized, key: issuer.key)
        #expect(restored.request == pending.request)
        #expect(restored.serialized.isEqual(to: pending.serialized))
        #expect(pending.serialized.count == 402)
        let response = try issuer.issue(pending.request)
        #expect(try restored.finalize(response) == pending.finalize(response))
    }

    @Test func freshEachTime() throws {
        #expect(try client.request(nonce: nonce).request != client.request(nonce: nonce).request)
    }

    @Test func refusesNoncesOfOtherLengths() {
        for count in [0, 31, 33] {
            #expect(reason { try client.request(nonce: [UInt8](repeating: 1, count: count)) } == .wrongLength)
        }
    }

    @Test func refusesDamagedState() throws {
        let bytes = try client.request(nonce: nonce).serialized.unwipedCopy
        func restore(_ bytes: [UInt8]) throws -> PendingToken {
            try PendingToken(serialized: SecretBytes(copying: bytes), key: issuer.key)
        }
        for count in stride(from: 0, to: bytes.count, by: 13) {
            #expect(reason { try restore(Array(bytes.prefix(count))) } == .wrongLength)
        }
        #expect(reason { try restore(bytes + [0]) } == .trailingBytes)
        #expect(reason { try restore([0, 3] + bytes.dropFirst(2)) } == .wrongType)
        let front = Array(bytes.prefix(146))
        #expect(throws: RSAError.notBelowModulus) { try restore(front + issuer.key.rsa.modulus) }
        #expect(throws: RSAError.blindingFactorNotInvertible) {
            try restore(front + [UInt8](repeating: 0, count: 256))
        }
    }

    @Test func refusesAnotherKeysState() throws {
        let other = try TokenKey(TestKeys.other.get().publicKey)
        let serialized = try client.request(nonce: nonce).serialized
        #expect(reason { try PendingToken(serialized: serialized, key: other) } == .wrongValue)
    }

    @Test func refusesAnotherKeysAnswer() throws {
        let pending = try client.request(nonce: nonce)
        let modulusTop = issuer.key.rsa.modulus[0]
        // Another key's answer may by chance not be below this key's modulus; a low one always is.
        let answer = [modulusTop - 1] + (try SecretBytes(random: 255)).unwipedCopy
        #expect(throws: BlindRSAError.invalidSignature) { try pending.finalize(answer) }
    }

    @Test func raisesTheAlarmForADishonestKey() throws {
        let key = try TokenKey(TestKeys.dishonest.get())
        let client = try TokenClient(key: key, challenge: TokenChallenge(issuerName: "issuer.example"))
        var alarms = 0
        for _ in 0..<40 {
            do { _ = try client.request(nonce: nonce) } catch BlindRSAError.messageNotCoprime { alarms += 1 }
        }
        #expect(alarms > 0)
    }
}
