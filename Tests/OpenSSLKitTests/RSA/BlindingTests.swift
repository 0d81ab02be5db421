import OpenSSLKit
import Testing

struct BlindingTests {
    @Test func blindingUndoesItself() throws {
        let key = try TestKeys.one.get()
        for round in UInt8(0)..<5 {
            let message = [0, round] + (try SecretBytes(random: 254)).unwipedCopy
            let factor = try BlindingFactor(randomFor: key.publicKey)
            let blinded = try key.publicKey.blind(message, with: factor)
            #expect(blinded != message)
            let signature = try key.publicKey.unblind(key.rawPrivateOperation(blinded), with: factor)
            #expect(try signature == key.rawPrivateOperation(message))
        }
    }

    @Test func aFactorComesBackFromItsBytes() throws {
        let key = try TestKeys.one.get().publicKey
        let factor = try BlindingFactor(randomFor: key)
        #expect(try BlindingFactor(factor.value, for: key).inverse.isEqual(to: factor.inverse))
        #expect(try BlindingFactor(factor.inverse, for: key).inverse.isEqual(to: factor.value))
    }

    @Test func refusesFactorsOutOfRange() throws {
        let key = try TestKeys.one.get().publicKey
        #expect(throws: RSAError.wrongLength(expected: 256, actual: 255)) {
            try BlindingFactor(SecretBytes(random: 255), for: key)
        }
        #expect(throws: RSAError.notBelowModulus) {
            try BlindingFactor(SecretBytes(copying: key.modulus), for: key)
        }
        #expect(throws: RSAError.blindingFactorNotInvertible) {
            try BlindingFactor(SecretBytes(copying: [UInt8](repeating: 0, count: 256)), for: key)
        }
    }

    @Test func refusesOperandsOutOfRange() throws {
        let key = try TestKeys.one.get().publicKey
        let factor = try BlindingFactor(randomFor: key)
        #expect(throws: RSAError.notBelowModulus) { try key.blind(key.modulus, with: factor) }
        #expect(throws: RSAError.notBelowModulus) { try key.unblind(key.modulus, with: factor) }
        #expect(throws: RSAError.wrongLength(expected: 256, actual: 1)) { try key.blind([1], with: factor) }
        #expect(throws: RSAError.wrongLength(expected: 256, actual: 257)) {
            try key.unblind([0] + key.modulus, with: factor)
        }
    }

    @Test func findsCommonFactors() throws {
        let key = try dishonestKey()
        #expect(try !key.isCoprime([UInt8](repeating: 0, count: 255) + [3]))
        #expect(try !key.isCoprime([UInt8](repeating: 0, count: 256)))
        #expect(try key.isCoprime([2]))
        let three = SecretBytes(copying: [UInt8](repeating: 0, count: 255) + [3])
        #expect(throws: RSAError.blindingFactorNotInvertible) { try BlindingFactor(three, for: key) }
    }

    @Test func moduliWithASharedFactorAreFound() throws {
        let (one, other) = (try TestKeys.one.get().publicKey, try TestKeys.other.get().publicKey)
        #expect(try one.isCoprime(with: other))
        #expect(try !one.isCoprime(with: one))
        #expect(try RSAPublicKey.firstSharedFactor(among: [one, other]) == nil)
        #expect(try RSAPublicKey.firstSharedFactor(among: []) == nil)
        let shared = try RSAPublicKey.firstSharedFactor(among: [one, other, one])
        #expect(shared?.earlier == 0 && shared?.later == 2)
    }

    /// A modulus that 3 divides: 3 · 555…5 = fff…f.
    private func dishonestKey() throws -> RSAPublicKey {
        try RSAPublicKey(modulus: [UInt8](repeating: 0xFF, count: 256), exponent: [1, 0, 1])
    }
}
