import BallotTokens
import OpenSSLKit
import Testing

struct BlindRSAVariantTests {
    private func run(_ variant: BlindRSAVariant, _ prepared: [UInt8]) throws -> [UInt8] {
        let key = try TestKeys.one.get()
        let blinded = try variant.blind(prepared, for: key.publicKey)
        return try variant.finalize(
            prepared, blindSignature: variant.blindSign(blinded.bytes, with: key), factor: blinded.factor,
            key: key.publicKey)
    }

    @Test(arguments: BlindRSAVariant.allCases)
    func blindingNeverChangesWhatVerifies(variant: BlindRSAVariant) throws {
        let key = try TestKeys.one.get().publicKey
        for length in [0, 1, 98, 1000] {
            let message = try SecretBytes(random: length).unwipedCopy
            let prepared = try variant.prepare(message)
            #expect(prepared.count == message.count + variant.prefixLength)
            #expect(prepared.suffix(length) == message[...])
            let signature = try run(variant, prepared)
            for other in BlindRSAVariant.allCases {
                #expect(try other.verify(signature, of: prepared, by: key) == (other.saltLength == variant.saltLength))
            }
            #expect(try !variant.verify(signature, of: prepared + [0], by: key))
            #expect(try !variant.verify(signature, of: prepared, by: TestKeys.other.get().publicKey))
        }
    }

    /// The blind factor leaves no trace: without salt, two runs end in one signature.
    @Test func theSignatureForgetsTheBlinding() throws {
        #expect(try run(.pssZeroDeterministic, [1, 2, 3]) == run(.pssZeroDeterministic, [1, 2, 3]))
        #expect(try run(.pssDeterministic, [1, 2, 3]) != run(.pssDeterministic, [1, 2, 3]))
    }

    @Test func preparingDrawsAnotherPrefixEachTime() throws {
        #expect(try BlindRSAVariant.pssRandomized.prepare([1]) != BlindRSAVariant.pssRandomized.prepare([1]))
        #expect(try BlindRSAVariant.pssDeterministic.prepare([1]) == [1])
    }

    @Test func refusesSaltsAndPrefixesOfOtherLengths() throws {
        let key = try TestKeys.one.get().publicKey
        #expect(throws: BlindRSAError.wrongLength(of: "prefix", expected: 32, actual: 31)) {
            try BlindRSAVariant.pssRandomized.prepare([1], prefix: [UInt8](repeating: 0, count: 31))
        }
        #expect(throws: BlindRSAError.wrongLength(of: "prefix", expected: 0, actual: 1)) {
            try BlindRSAVariant.pssDeterministic.prepare([1], prefix: [0])
        }
        #expect(throws: BlindRSAError.wrongLength(of: "salt", expected: 48, actual: 0)) {
            try BlindRSAVariant.pssDeterministic.blind([1], for: key, salt: SecretBytes(copying: []))
        }
    }

    @Test func raisesTheAlarmForAMessageThatSharesAFactor() throws {
        let key = try TestKeys.dishonest.get()
        let alarms = try (UInt8(0)..<60).filter { number in
            do {
                _ = try BlindRSAVariant.pssZeroDeterministic.blind([number], for: key)
                return false
            } catch BlindRSAError.messageNotCoprime {
                return true
            }
        }
        // 2^2048 − 1 is divisible by 3, 5, 17, 257 … : half of all messages are coprime to it.
        #expect((10...50).contains(alarms.count))
    }

    @Test func refusesAnswersThatAreNoSignature() throws {
        let (key, variant) = (try TestKeys.one.get(), BlindRSAVariant.pssDeterministic)
        let blinded = try variant.blind([1], for: key.publicKey)
        let answer = try variant.blindSign(blinded.bytes, with: key)
        func finalize(_ answer: [UInt8], _ prepared: [UInt8] = [1]) throws -> [UInt8] {
            try variant.finalize(prepared, blindSignature: answer, factor: blinded.factor, key: key.publicKey)
        }
        for bit in stride(from: 8, to: answer.count * 8, by: 61) {
            var damaged = answer
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: BlindRSAError.invalidSignature) { try finalize(damaged) }
        }
        #expect(throws: BlindRSAError.invalidSignature) { try finalize(answer, [2]) }
        #expect(throws: BlindRSAError.invalidSignature) { try finalize([UInt8](repeating: 0, count: 256)) }
        #expect(throws: RSAError.wrongLength(expected: 256, actual: 255)) { try finalize(answer.dropLast()) }
        #expect(throws: RSAError.notBelowModulus) { try finalize(key.publicKey.modulus) }
    }
}
