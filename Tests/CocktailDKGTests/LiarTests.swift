import OpenSSLKit
import TestSupport
import Testing

@testable import CocktailDKG

/// Every lie in a message of round 1 names its dealer, and no honest one.
struct LiarTests {
    private static let session = Result { try SmallSession(2, of: 3) }

    @Test func aShareOffThePolynomial() throws {
        try expect(DKGFault(participant: 2, .shareMismatch), by: 3) { small in
            small.messages[1] = try small.message(of: 2, lyingTo: 3, saying: P256Scalar.random())
        }
        try expectNothing(by: 1) { small in
            small.messages[1] = try small.message(of: 2, lyingTo: 3, saying: P256Scalar.random())
        }
    }

    @Test func aCiphertextThatDoesNotOpen() throws {
        try expect(DKGFault(participant: 2, .undecryptableShare), by: 1) { small in
            var ciphertexts = small.messages[1].ciphertexts
            ciphertexts[0][0] ^= 1
            small.messages[1] = Round1Message(small.messages[1].dealing, ciphertexts)
        }
    }

    @Test func aShareForAnother() throws {
        try expect(DKGFault(participant: 2, .undecryptableShare), by: 1) { small in
            var ciphertexts = small.messages[1].ciphertexts
            ciphertexts.swapAt(0, 2)
            small.messages[1] = Round1Message(small.messages[1].dealing, ciphertexts)
        }
    }

    @Test func participantsSwapped() throws {
        try expect(DKGFault(participant: 1, .undecryptableShare), by: 3) { $0.messages.swapAt(0, 1) }
    }

    /// Who shows another's message as its own has the proof, and still none of the shares.
    @Test func anothersMessage() throws {
        try expect(DKGFault(participant: 2, .undecryptableShare), by: 3) { $0.messages[1] = $0.messages[0] }
    }

    /// A message of another session is bound to that one's context.
    @Test func aMessageReplayed() throws {
        try expect(DKGFault(participant: 2, .proofOfPossession), by: 3) { small in
            let other = try DKGSession(
                threshold: 2, staticKeys: small.session.staticKeys, context: Array("another".utf8))
            small.messages[1] = try Participant(in: other, staticKey: small.participants[1].staticKey).deal()
        }
    }

    @Test func aProofForAnotherCommitment() throws {
        try expect(DKGFault(participant: 2, .proofOfPossession), by: 1) { small in
            let (own, other) = (small.messages[1], small.messages[0].dealing)
            let dealing = Dealing(
                commitment: Commitment(points: [own.dealing.commitment.points[0], other.commitment.points[1]]),
                proofOfPossession: own.dealing.proofOfPossession, ephemeralKey: own.dealing.ephemeralKey)
            small.messages[1] = Round1Message(dealing, own.ciphertexts)
        }
    }

    /// The rogue key: a commitment that cancels the others', whose secret nobody has.
    @Test func aRogueKey() throws {
        try expect(DKGFault(participant: 3, .proofOfPossession), by: 1) { small in
            let own = small.messages[2]
            let rogue = try small.messages[0].dealing.commitment.points[0].negated()
            let dealing = Dealing(
                commitment: Commitment(points: [rogue, own.dealing.commitment.points[1]]),
                proofOfPossession: own.dealing.proofOfPossession, ephemeralKey: own.dealing.ephemeralKey)
            small.messages[2] = Round1Message(dealing, own.ciphertexts)
        }
    }

    /// Threshold elevation: a commitment of another length.
    @Test(arguments: [1, 3])
    func anotherThreshold(threshold: Int) throws {
        try expect(DKGFault(participant: 2, .malformedMessage), by: 3) { small in
            let other = try DKGSession(
                threshold: threshold, staticKeys: small.session.staticKeys, context: small.session.context)
            small.messages[1] = try Participant(in: other, staticKey: small.participants[1].staticKey).deal()
        }
    }

    @Test(arguments: [UInt8(0), 0xFF])
    func aPlaintextThatIsNoScalar(octet: UInt8) throws {
        let small = try Self.session.get()
        let plaintext = SecretBytes(copying: [UInt8](repeating: octet, count: 32))
        // 2^256 − 1 is above the order; zero is a scalar and only another share.
        let reason: DKGFault.Reason = octet == 0 ? .shareMismatch : .malformedShare
        try expect(DKGFault(participant: 2, reason), by: 1) { altered in
            altered.messages[1] = try Self.message(of: small, dealer: 2, to: 1, plaintext: plaintext)
        }
    }

    @Test func fewerMessages() throws {
        let small = try Self.session.get()
        #expect(throws: DKGSetupError.participantCount) {
            try small.participants[0].combine(Array(small.shares(for: 1).dropLast()))
        }
    }

    /// Commitments that cancel: nobody is named, and there is no key.
    @Test func keysThatCancel() throws {
        let small = try Self.session.get()
        let commitment = small.messages[0].dealing.commitment
        let opposite = Commitment(points: try commitment.points.map { try $0.negated() })
        #expect(throws: DegenerateKey.self) { try GroupKeys(of: [commitment, opposite]) }
        let same = Commitment(points: [try commitment.points[0].negated(), commitment.points[1]])
        #expect(throws: DegenerateKey.self) { try GroupKeys(of: [commitment, same]) }
        // Only the higher coefficients cancel: the key is there, and everybody's share of it is the same.
        let flat = Commitment(points: [commitment.points[0], try commitment.points[1].negated()])
        #expect(try Set(GroupKeys(of: [commitment, flat]).verificationShares).count == 1)
    }

    private func expect(
        _ fault: DKGFault, by index: Int, when alter: (inout SmallSession) throws -> Void,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        var small = try Self.session.get()
        try alter(&small)
        #expect(throws: fault, sourceLocation: location) { try small.combine(index) }
    }

    private func expectNothing(by index: Int, when alter: (inout SmallSession) throws -> Void) throws {
        var small = try Self.session.get()
        try alter(&small)
        #expect(throws: Never.self) { try small.combine(index) }
    }

    /// A message whose ciphertext for one recipient holds any plaintext.
    static func message(
        of small: SmallSession, dealer: Int, to recipient: Int, plaintext: SecretBytes
    ) throws -> Round1Message {
        let (ephemeral, liar) = (try P256Scalar.random(), small.participants[dealer - 1])
        let polynomial = try Polynomial(degree: small.session.threshold - 1, drawing: P256Scalar.random)
        let ephemeralKey = try P256Point.generator * ephemeral
        let keys = small.session.staticKeys
        let derived = try Ciphersuite.shareKey(
            shared: (keys[recipient - 1] * ephemeral, keys[recipient - 1] * liar.staticKey),
            ephemeralKey: ephemeralKey, sender: keys[dealer - 1], recipient: keys[recipient - 1],
            context: small.session.context)
        var ciphertexts = small.messages[dealer - 1].ciphertexts
        ciphertexts[recipient - 1] = try XAES256GCM.seal(plaintext, key: derived.key, nonce: derived.nonce)
        return Round1Message(try Dealing(polynomial, ephemeralKey: ephemeralKey, in: small.session), ciphertexts)
    }
}
